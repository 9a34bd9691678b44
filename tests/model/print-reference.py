#!/usr/bin/env python3
"""Prints what the independent reader of ../shared finds in maps and smaps files, one region a line,
in the form that test-reference.c prints a reading in.

    print-reference.py ../shared/corpus/tools/reference.py FILE... > FILE.expected

The one thing that differs from the reference by intent: numbers beyond their range become the
largest, fields without a number are left out, and regions are sorted.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import importlib.util
import sys

MAX_64 = (1 << 64) - 1
MAX_32 = (1 << 32) - 1


def load(path):
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location('reference', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def describe(region):
    device = ':'.join('%02x' % min(int(part, 16), MAX_32) for part in region['dev'].split(':'))
    words = ['%x-%x' % (region['start'], region['end']), region['perms'],
             '%x' % min(region['offset'], MAX_64), device, str(min(region['inode'], MAX_64)),
             'deleted' if region['deleted'] else 'there', region['path_pct'] or '-']
    fields = region.get('smaps', {})
    words += ['%s=%d' % (name, min(value, MAX_64))
              for name, value in sorted(fields.items()) if isinstance(value, int)]
    if 'VmFlags' in fields:
        words.append('VmFlags=' + ','.join(fields['VmFlags']))
    return ' '.join(words)


def main():
    reference = load(sys.argv[1])
    for path in sys.argv[2:]:
        regions, rejected, _ = reference.parse_maps(reference.read_any(path))
        for region in sorted(regions, key=lambda region: (region['start'], region['end'])):
            print(describe(region))
        print('rejected %d' % len(rejected))


main()
