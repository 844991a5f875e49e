from django import template

from .. import wording

register = template.Library()
register.filter("tone", wording.tone)
