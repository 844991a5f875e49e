"""What the board is asked, what it did with that, and what contributors write to it themselves. Invented."""

from dataclasses import dataclass, field

# fmt: off


@dataclass(frozen=True, kw_only=True)
class Came:
    day: int  # of the month after the pack was given to the board
    state: str
    words: str
    by: str = "board"  # the role of whoever says so


@dataclass(frozen=True, kw_only=True)
class Ask:
    what: str
    who: str
    weeks: int  # by when, after it is asked
    came: tuple[Came, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Piece:
    who: str  # a key of the register; of somebody without an account it is taken down
    day: int  # of the month after the one of the pack
    words: str
    named: bool = False
    ready: bool = True


@dataclass(frozen=True, kw_only=True)
class Pack:
    back: int  # months: 1 is the last one
    asks: tuple[Ask, ...] = ()
    pieces: tuple[Piece, ...] = ()
    issued: int = 10  # day of the month after it; 0: it is not given to the board
    asked: int = 5
    needs: tuple[str, ...] = field(default=("marta", "neil", "priscilla"))


PACKS = (
    Pack(back=2,
        asks=(
            Ask(what="Say in public by when the night line has a second worker, or that it will not have one.",
                who="The chair", weeks=6,
                came=(Came(day=22, state="put_off", words="We want the finance committee to look at it first. It meets "
                           "next month. We know that this is the second time."),)),
            Ask(what="Pay for the reading of board papers as for the meeting itself.",
                who="The treasurer", weeks=5,
                came=(Came(day=22, state="agreed", words="Yes, from next month. An hour for each paper."),)),
            Ask(what="Take nothing to the board that is reserved and that nobody with experience of it has seen.",
                who="The whole board", weeks=4,
                came=(Came(day=22, state="refused", words="Not in this form: twice a year the law sets a day that we "
                           "cannot move. We will say each time why."),)),
        ),
        pieces=(
            Piece(who="priscilla", day=6, named=True,
                words="You ask us what we think and you write it down. I have looked: of what we said in spring, most "
                      "is still waiting. I do not need thanks. I need the date.\n\nPlease read the list of what waits "
                      "before you read the list of what went well."),
        )),
    Pack(back=1,
        asks=(
            Ask(what="Fill the empty seat for lived experience on the quality group, by election and not by picking.",
                who="The chair", weeks=8),
            Ask(what="Answer the oldest three things on the list yourselves, with a reason each.",
                who="The whole board", weeks=5),
        ),
        pieces=(
            Piece(who="neil", day=4, named=True,
                words="I read every paper that you read. Half of them could be one page.\n\nWhat I would like you to "
                      "talk about, and it is not in any of them: who was not in the room when the rota was changed. It "
                      "was nobody who works nights, and nobody who rings at night.\n\nI was asked afterwards whether I "
                      "was happy with how I was asked. I was. That is not the same thing."),
            Piece(who="marta", day=6,
                words="Scriu în română pentru că gândesc în română. Data trecută a fost un interpret și am putut spune "
                      "tot. De data asta nu a fost, și doar am stat acolo.\n\nI write it once more in English, so that "
                      "you cannot say you did not understand: last time there was an interpreter, and I could say "
                      "everything. This time there was none, and I only sat there."),
            Piece(who="khalid", day=7, named=True,
                words="I was a teacher. When a pupil did not answer, I did not write: he agrees. You sent me a paper "
                      "in English, and wrote down that nobody objected.\n\nI ask for the interpreter in the room, and "
                      "not on a telephone on the table. I have asked for it since I came. Write the day by which it "
                      "is so."),
            Piece(who="priscilla", day=8,
                words="The second pack in which I write the same. The date is still not there."),
        )),
    Pack(back=0, issued=0,
        pieces=(Piece(who="neil", day=-8, ready=False, words="Not finished. Ask Lorraine whether I may tell this."),)),
)
