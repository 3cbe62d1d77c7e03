import yaml

from geo.tables.citation_file import citation_cff


def test_it_reads_back_with_what_the_format_needs() -> None:
    package = {
        "title": 'Who: "what" # not a comment',
        "contributors": [{"title": "A & B"}],
        "licenses": [{"name": "CC-BY-4.0"}, {"name": "other-pd"}],
        "keywords": ["no"],
    }
    read = yaml.safe_load(citation_cff(package))
    assert read["cff-version"] == "1.2.0"
    assert read["title"] == package["title"]
    assert read["authors"] == [{"name": "A & B"}]
    assert read["license"] == "CC-BY-4.0"
    assert read["keywords"] == ["no"]
    assert "version" not in read
