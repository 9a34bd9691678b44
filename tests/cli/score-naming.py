#!/usr/bin/env python3
"""Holds the names of regions against independently known truth, on every open capture.

score-naming.py VASCOPE SHARED [--table]

Runs SHARED's corpus/tools/score_all.py with the evidence beside the maps (level 1) and on the maps
text alone (level 0). Fails below the floors here, which are a little under what was reached when they
were set; raise them when the rules get better. --table prints the table of tests/README.md instead.
Exit status 77 (skipped) where SHARED is absent.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import subprocess
import sys

# Per cent, the mean over captures: right at least, wrong at most.
FLOORS = {
    1: {'tiers 1-3': (99.0, 0.5), 'tier 4': (50.5, 3.5)},
    0: {'tiers 1-3': (97.0, 2.5), 'tier 4': (38.5, 5.0)},
}


def score(vascope, corpus, level):
    sources = [os.path.join(corpus, name) for name in ('programs', 'witness')]
    done = subprocess.run(
        [sys.executable, os.path.join(corpus, 'tools', 'score_all.py'), '--json',
         '--level', str(level), vascope, *sources],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def check(result, level):
    faults = [f'{path}: {message}' for path, message in result['failed']]
    if result['wrong_while_certain'] != 0:
        faults.append(f'{result["wrong_while_certain"]} rows are wrong while certain')
    for tier, (right, wrong) in FLOORS[level].items():
        mean = result['mean'][tier]
        print(f'level {level}, {tier}: right {100 * mean["right"]:.1f} (at least {right}), '
              f'wrong {100 * (mean["wrong"] + mean["certain"]):.1f} (at most {wrong})')
        if 100 * mean['right'] < right or 100 * (mean['wrong'] + mean['certain']) > wrong:
            faults.append(f'{tier} fell')
    for fault in faults:
        print(f'level {level}: {fault}', file=sys.stderr)
    return not faults


def cells(capture):
    for tier in ('tiers 1-3', 'tier 4'):
        share = capture[tier]
        if share is None:
            yield from ('-', '-')
            continue
        yield f'{100 * share["right"]:.1f}'
        yield f'{100 * (share["wrong"] + share["certain"]):.1f}'


def print_table(results):
    print('| capture | tiers 1-3: right | wrong | tier 4: right | wrong '
          '| text alone: 1-3 right | wrong | 4 right | wrong |')
    print('|---|---|---|---|---|---|---|---|---|')
    rows = list(zip(results[1]['captures'], results[0]['captures']))
    for one, alone in rows + [({'capture': '**mean**', **results[1]['mean']}, results[0]['mean'])]:
        print('|', ' | '.join([one['capture'], *cells(one), *cells(alone)]), '|')


def main():
    vascope, shared = sys.argv[1:3]
    corpus = os.path.join(shared, 'corpus')
    if not os.path.isdir(corpus):
        print(f'{corpus} is not there: skipped')
        sys.exit(77)
    results = {level: score(vascope, corpus, level) for level in (1, 0)}
    if '--table' in sys.argv:
        print_table(results)
        return
    if not all([check(result, level) for level, result in results.items()]):
        sys.exit(1)


main()
