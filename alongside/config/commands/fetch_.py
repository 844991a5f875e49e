"""Read what people wrote by e-mail, and write back to them."""

from argparse import ArgumentParser, Namespace

from ..cli import FOUND, WrongUse
from .common import complain, prepare, say

HELP = "Read the mailbox that people write to, and write back. Safe to run twice, or on two machines at once."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--most", type=int, default=500, metavar="N", help="stop after this many")
    parser.add_argument("--addresses", action="store_true", help="print the addresses people can write to, and stop")


def run(args: Namespace) -> int:
    prepare()
    from django.conf import settings

    if not settings.MAIL_IN["address"]:
        raise WrongUse("No mailbox is set: write ALONGSIDE_MAIL_IN=imaps://user:password@host/INBOX.")
    if args.addresses:
        print_addresses(settings.MAIL_IN["address"])
        return 0
    return fetch(args.most)


def print_addresses(address: str) -> None:
    from alongside.organisation.queries import all_organisations
    from alongside.voice.queries.mails import mail_addresses

    local, _at, host = address.partition("@")
    for organisation in all_organisations():
        for plus, name in mail_addresses(organisation):
            say(f"{local}+{plus}@{host}  {name}")


def fetch(most: int) -> int:
    from django.conf import settings

    from alongside.core.mailing import Box, BoxError
    from alongside.core.mailing.box import Where
    from alongside.home.services.fetching import fetch as take_in

    where = Where(**{name: value for name, value in settings.MAIL_IN.items() if name != "address"})
    try:
        with Box(where) as box:
            done = take_in(box, most)
    except BoxError as error:
        complain(str(error))
        return FOUND
    say(f"Kept {done.kept}, kept before {done.known}, set aside {done.aside}, not to be read {done.failed}.")
    say(f"Written back later {done.waiting}, told that there is an answer {done.told}, came back {done.returned}.")
    return FOUND if done.failed or done.waiting else 0
