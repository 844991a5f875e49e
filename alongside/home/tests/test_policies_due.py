"""Policies that are to be looked at again are written about in time, once."""

from alongside.home.services import reminders
from alongside.organisation import services
from tests import make


def test_policies_that_are_to_be_looked_at_again(cast) -> None:
    """Whoever looks after it and the coordinator, once for each day that is set."""
    values = {"words": "We pay within ten days.", "from_day": make.days(-90), "by": cast.actor("coordinator")}
    policy = services.add_policy(title="Paying", review_on=make.days(20), owner=cast.users["staff"], **values)
    services.add_policy(title="Not yet", review_on=make.days(90), **values)
    services.add_policy(title="Without a day", **values)
    assert reminders.remind_of_policies(cast.org, make.days(0)) == 2
    assert reminders.remind_of_policies(cast.org, make.days(1)) == 0
    services.review_policy(policy=policy, review_on=make.days(21), by=cast.actor("coordinator"))
    assert reminders.remind_of_policies(cast.org, make.days(1)) == 2
