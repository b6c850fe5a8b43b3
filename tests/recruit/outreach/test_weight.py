"""What a web process must never load."""

import os
import subprocess
import sys


def test_the_web_process_imports_no_model_client() -> None:
    look = (
        "import django, sys; django.setup()\n"
        "import recruit.urls, recruit.wsgi\n"
        "heavy = {'pydantic_ai', 'openai', 'anthropic', 'torch', 'transformers', 'sentence_transformers'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "recruit.settings"}
    run = subprocess.run([sys.executable, "-c", look], env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
