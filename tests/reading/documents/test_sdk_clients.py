"""Responses of the official Python SDKs, dumped in every way that people dump them, are read as the answers are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import Any

import attrs
import pytest

import ice_results
from ice_results.records import Document, Job

from ...conftest import ROOT
from ...judges.installed import judge
from .wrapped import without_place

# The SDKs have no types, and their modules are imported by name: mypy takes what they hold as Any.
# `models` alone imports no client (no HTTP, no credentials): under half a second for all three, no warning.
SDKS = {"ice": "alibabacloud_ice20201109", "mts": "alibabacloud_mts20140618", "vod": "alibabacloud_vod20170321"}


@attrs.frozen
class Model:
    """A response of an SDK, and the key of the body that distinguishes its samples from all others."""

    sdk: str
    operation: str
    key: str

    def __str__(self) -> str:
        return f"{self.sdk}.{self.operation}"

    def response(self, answer: Mapping[str, Any]) -> Any:
        """The response that the SDK builds when the service answers this."""
        models = judge(f"{SDKS[self.sdk]}.models")
        message = {"headers": {"date": "Tue, 06 May 2025 19:22:40 GMT"}, "statusCode": 200, "body": answer}
        return getattr(models, f"{self.operation}Response")().from_map(message)


MODELS = (
    Model("ice", "GetSmartHandleJob", "SmartJobInfo"),
    Model("ice", "ListSmartJobs", "SmartJobList"),
    Model("ice", "QuerySmarttagJob", "JobStatus"),
    Model("ice", "GetMediaInfo", "MediaInfo"),
    Model("ice", "SearchMedia", "MediaInfoList"),
    Model("mts", "QuerySmarttagJob", "JobStatus"),
    Model("vod", "GetJobDetail", "JobType"),
    Model("vod", "ListAIJob", "AIJobList"),
    Model("vod", "GetAIVideoTagResult", "VideoTagResult"),
)


def with_field(job: Job, name: str, value: Any) -> Job:
    """The job with another value in one field."""
    changes: dict[str, Any] = {name: value}
    return attrs.evolve(job, **changes)


@attrs.frozen
class Dropped:
    """A key of our samples that a model does not know, and what the records lack for it.

    `inside` is the key that is missing in the job's `field`; without it all of the field is `None`.
    `seen` is the version of the SDK that it was seen with.
    """

    model: str
    key: str
    field: str
    seen: str
    inside: str | None = None

    def without(self, job: Job) -> Job:
        """The job as it is without the key."""
        value: Any = getattr(job, self.field)
        if self.inside is None:
            value = None
        elif value is not None:
            value = {key: value[key] for key in value if key != self.inside}
        return with_field(job, self.field, value)


# The same with ice 6.10.0, mts 6.0.0 and vod 3.12.0. Older ones drop more: ice 6.0.0 also ErrorCode, ErrorMessage.
DROPPED = (
    Dropped("ice.GetSmartHandleJob", "SmartJobInfo.InputConfig.JobParameters", "input", "6.20.2", "JobParameters"),
    Dropped("ice.GetSmartHandleJob", "SmartJobInfo.EditingConfig", "parameters", "6.20.2"),
    Dropped("mts.QuerySmarttagJob", "Usages", "usage", "6.0.3"),
)

DUMPS = ("response", "body", "attributes", "attributes of the body")
ANSWERS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "samples").glob("*.json"))}
CASES = [
    pytest.param(model, answer, id=f"{model}-{name}")
    for model in MODELS
    for name, answer in ANSWERS.items()
    if model.key in answer
]


def attributes(value: Any) -> Any:
    """A model as its attributes, all of them: names in snake case, null where nothing was given."""
    if hasattr(value, "to_map"):
        return {name: attributes(item) for name, item in vars(value).items()}
    if isinstance(value, dict):
        return {key: attributes(item) for key, item in value.items()}
    if isinstance(value, list):
        return [attributes(item) for item in value]
    return value


def dumped(response: Any, dump: str) -> Any:
    """The response in one of `DUMPS`."""
    return {
        "response": response.to_map,
        "body": response.body.to_map,
        "attributes": lambda: attributes(response),
        "attributes of the body": lambda: attributes(response.body),
    }[dump]()


def expected_job(model: Model, job: Job) -> Job:
    """The job of an answer as every dump has it: without what the model drops."""
    for dropped in DROPPED:
        if dropped.model == str(model):
            job = dropped.without(job)
    return job


def without_paths(document: Document) -> Document:
    """The document with the places of its problems left out, and the note on where in a dump the answer is."""
    problems = tuple(attrs.evolve(each, path="") for each in without_place(document).problems)
    return attrs.evolve(document, problems=problems)


def expected(model: Model, answer: Any) -> Document:
    """What every dump of an answer is read to."""
    document = without_paths(ice_results.parse(answer))
    return attrs.evolve(document, jobs=tuple(expected_job(model, job) for job in document.jobs))


def differences(given: Any, dump: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """What a dump does otherwise than the answer it was built from, each with its place: the keys, no list indexes."""
    if isinstance(given, dict) and isinstance(dump, dict):
        for key in {**given, **dump}:
            place = f"{path}.{key}".lstrip(".")
            if key not in dump:
                yield "drops", place
            elif key in given:
                yield from differences(given[key], dump[key], place)
            elif dump[key] != []:
                yield "adds", place
    elif isinstance(given, list) and isinstance(dump, list) and len(given) == len(dump):
        for item, other in zip(given, dump):
            yield from differences(item, other, path)
    elif type(given) is not type(dump) or given != dump:
        yield "changes", path


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_a_model_drops_exactly_the_documented_keys(model: Model) -> None:
    """Of all samples a model loses the keys of `DROPPED` and no others, changes none, and adds but empty lists."""
    answers = [answer for answer in ANSWERS.values() if model.key in answer]
    assert answers, "no sample of this operation"
    found = {each for answer in answers for each in differences(answer, model.response(answer).body.to_map())}
    package = SDKS[model.sdk]
    documented = {("drops", dropped.key) for dropped in DROPPED if dropped.model == str(model)}
    assert found == documented, f"with {package} {metadata.version(package)}"


@pytest.mark.parametrize("dump", DUMPS)
@pytest.mark.parametrize(("model", "answer"), CASES)
def test_a_dump_of_a_response_gives_the_records_of_the_answer(model: Model, answer: Any, dump: str) -> None:
    """A dump gives equal records as an object and as JSON text, but for the documented differences."""
    value = dumped(model.response(answer), dump)
    document = expected(model, answer)
    assert without_paths(ice_results.parse(value)) == document
    assert without_paths(ice_results.parse(json.dumps(value))) == document
    assert without_paths(ice_results.parse(json.dumps(value, ensure_ascii=False, indent=2).encode())) == document


@pytest.mark.parametrize(("model", "answer"), CASES)
def test_a_printed_response_is_read_with_a_note(model: Model, answer: Any) -> None:
    """What `print(response)` writes is no JSON, but a literal of Python: it gives the records of the dump."""
    response = model.response(answer)
    for printed in (str(response), str(response.body), f"{response}\n", str([response.to_map()])):
        note, *problems = ice_results.parse(printed).problems
        assert (note.message, note.severity) == ("read as what Python prints, not JSON", "note")
        found = attrs.evolve(ice_results.parse(printed), problems=tuple(problems))
        assert without_paths(found) == expected(model, answer)


def test_the_repr_of_a_response_is_refused_with_the_remedy() -> None:
    """`<module.Class object at 0x...>` holds nothing: the error says what to save."""
    printed = repr(MODELS[0].response(ANSWERS["smart_asr_zh"]))
    with pytest.raises(ice_results.DecodeError) as caught:
        ice_results.parse(printed)
    assert str(caught.value).startswith("this is what Python prints, not JSON: ")
    assert str(caught.value).endswith("; save json.dumps(response.body.to_map()) instead of str(response)")


@pytest.mark.parametrize("dump", DUMPS)
def test_media_analysis_is_read_as_the_sdk_has_it(dump: str) -> None:
    """GetMediaAiAnalysis has its results in `AiAnalysisResultList.AiAnalysisResult[]`, in every dump the same."""
    sample = ANSWERS["media_analysis"]
    row = {key: sample[key] for key in ("ResultType", "Content")}
    answer = {"RequestId": sample["RequestId"], "AiAnalysisResultList": {"AiAnalysisResult": [row]}}
    response = Model("vod", "GetMediaAiAnalysis", "AiAnalysisResultList").response(answer)
    assert response.body.to_map() == answer
    document = ice_results.parse(dumped(response, dump))
    assert document.chapters == ice_results.parse(sample).chapters
    assert document.chapters
