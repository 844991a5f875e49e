from django.urls import URLPattern, URLResolver, path

from .views import candidates, panels, recruitment, scores

A_JOB = "decisions/<slug:code>/job/"
A_CANDIDATE = f"{A_JOB}candidates/<slug:candidate>/"
A_PANEL = "panels/<slug:code>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(A_JOB, recruitment.show),
    path(f"{A_JOB}begin/", recruitment.begin),
    path(f"{A_JOB}stages/<slug:step>/", recruitment.stage),
    path(f"{A_JOB}stages/<slug:step>/change/", recruitment.change_stage),
    path(f"{A_JOB}changes/", recruitment.note_change),
    path(f"{A_JOB}panel/", panels.members),
    path(f"{A_JOB}panel/add/", panels.seat),
    path(f"{A_JOB}panel/<slug:member>/", panels.member),
    path(f"{A_JOB}panel/<slug:member>/chair/", panels.chair),
    path(f"{A_JOB}panel/<slug:member>/stand-down/", panels.stand_down),
    path(f"{A_JOB}candidates/add/", candidates.add),
    path(A_CANDIDATE, candidates.show),
    path(f"{A_CANDIDATE}change/", candidates.change),
    path(f"{A_CANDIDATE}withdraw/", candidates.withdraw),
    path(f"{A_JOB}open/<slug:round>/", scores.open_sheets),
    path(f"{A_JOB}choice/", scores.choose),
    path(f"{A_JOB}follow-up/<slug:question>/", scores.follow_up),
    path("panels/", recruitment.index),
    path("panels/terms/", panels.terms),
    path(A_PANEL, panels.show),
    path(f"{A_PANEL}agree/", panels.agree),
    path(f"{A_PANEL}questions/", scores.add_question),
    path(f"{A_PANEL}questions/<slug:question>/remove/", scores.remove_question),
    path(f"{A_PANEL}candidates/<slug:candidate>/", candidates.read),
    path(f"{A_PANEL}candidates/<slug:candidate>/file/", candidates.download),
    path(f"{A_PANEL}sheets/<slug:round>/", scores.sheet),
    path(f"{A_PANEL}sheets/<slug:round>/hand-in/", scores.hand_in),
    path(f"{A_PANEL}sheets/<slug:round>/<slug:candidate>/", scores.fill),
    path(f"{A_PANEL}shortlist/", scores.shortlist),
    path(f"{A_PANEL}shortlist/agree/", scores.agree_shortlist),
    path(f"{A_PANEL}result/", scores.result),
    path(f"{A_PANEL}review/", panels.review),
    path(f"{A_PANEL}for/<slug:member>/agree/", panels.agree),
    path(f"{A_PANEL}for/<slug:member>/review/", panels.review),
    path(f"{A_PANEL}for/<slug:member>/<slug:round>/", scores.sheet),
    path(f"{A_PANEL}for/<slug:member>/<slug:round>/hand-in/", scores.hand_in),
    path(f"{A_PANEL}for/<slug:member>/<slug:round>/<slug:candidate>/", scores.fill),
]
