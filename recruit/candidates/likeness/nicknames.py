"""Short forms that people use in earnest: Bob for Robert, Sasha for Aleksandr. A modest table, folded."""

_GROUPS = """
alexander alex aleksandr alexandr sasha sascha alejandro oleksandr
alexandra alex aleksandra sasha
andrew andy drew andrei andriy
anne ann annie
anthony tony antonio
benjamin ben benny
catherine katherine kate katie cathy kathy ekaterina katya
charles charlie chuck
christina christine tina kristina chris
christopher chris
daniel dan danny
david dave
dmitry dima dmitrii dmytro
edward ed eddie ted
elizabeth liz beth lizzie eliza betty
emily em emma
eugene evgeny gene yevhen evgenii zhenya
evgenia zhenya
frederick fred friedrich fritz
gabriel gabe
gregory greg
ivan vanya
james jim jimmy jamie
jennifer jen jenny
jessica jess
john jack johnny jon
jonathan jon jonny
joseph joe
joshua josh
katarzyna kasia
lawrence larry
leonard leo len
malgorzata gosia
margaret maggie meg peggy
maria masha
matthew matt
michael mike mick mikhail misha
mohammed mohamed muhammad mohammad mo
natalia natasha nataliya
nicholas nick nikolai nicolas nikolaos nikos
olga olya
patricia pat patty trish
patrick pat paddy
peter pete pyotr
philip phil
rebecca becky
richard rick rich dick
robert rob bob bobby
ronald ron
samantha sam
samuel sam
sebastian seb basti
sergey serhii serge
stanislaw stan staszek
stephen steve steven stefan
susan sue
tatiana tanya
theodore ted theo
thomas tom tommy
timothy tim
victoria vicky
vladimir vova volodymyr vlad
wilhelm willi
william bill will billy liam
zachary zach zack
georgios george giorgos yorgos
ioannis john yannis giannis
konstantinos kostas costas
eleni helen elena
dimitrios dimitris jim
"""

SHORT_FORMS: dict[str, frozenset[str]] = {}
for _line in _GROUPS.split("\n"):
    _first, *_rest = _line.split() or [""]
    for _word in _rest:
        SHORT_FORMS[_word] = SHORT_FORMS.get(_word, frozenset()) | {_first}
    if _first:
        SHORT_FORMS[_first] = SHORT_FORMS.get(_first, frozenset()) | {_first}
