.PHONY: check test play snapshots check-journeys docs bench

check:            ## what must hold before a commit
	ruff check && ruff format --check && mypy && lint-imports && python -m pytest

test:             ## the tests alone
	python -m pytest

play:             ## the app
	python -m empathy_sim

snapshots:        ## take the pictures of the screens anew; look at each before committing
	python -m pytest tests/tui --snapshot-update

check-journeys:   ## what a designer may have missed
	python -m empathy_sim check journeys scenarios

docs:             ## the pages that are made from the models
	python -m docs.generate

bench:            ## what can be measured
	python -m benchmarks
