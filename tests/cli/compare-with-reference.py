#!/usr/bin/env python3
"""Exports captures as JSON and CSV and compares every field with an independent reading of them.

compare-with-reference.py VASCOPE SHARED

SHARED is the folder of material beside the project: its corpus/tools/reference.py reads maps and
smaps by its own rules. Exit status 77 (skipped) where it is absent.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import csv
import io
import json
import lzma
import os
import subprocess
import sys
import tempfile


def find_captures(corpus):
    for folder, folders, files in sorted(os.walk(corpus)):
        folders.sort()
        for name in ('maps', 'smaps', 'smaps.xz'):
            if name in files:
                yield os.path.join(folder, name)
    yield os.path.join(corpus, 'tutorial-cat.maps')


def export(vascope, path, form):
    done = subprocess.run([vascope, '--export', '-', '--format', form, path], capture_output=True)
    if done.returncode != 0:
        sys.exit(f'{path}: {done.stderr.decode()}')
    return done.stdout.decode('utf-8')


def as_kernel_text(row):
    """The reference has the name as the kernel prints it; ours is the file's own name."""
    row = dict(row)
    if row.get('path_base64'):
        row['path'] = base64.b64decode(row['path_base64']).decode('utf-8', 'replace')
    if row['deleted'] in (True, 'true'):
        row['path'] += ' (deleted)'
    return row


def compare_usage(regions, rows):
    """Every smaps field of every region, which the reference's own compare() does not look at."""
    names = {'Rss': 'rss', 'Pss': 'pss', 'Pss_Dirty': 'pss_dirty', 'Shared_Clean': 'shared_clean',
             'Shared_Dirty': 'shared_dirty', 'Private_Clean': 'private_clean',
             'Private_Dirty': 'private_dirty', 'Referenced': 'referenced', 'Anonymous': 'anonymous',
             'KSM': 'ksm', 'LazyFree': 'lazy_free', 'AnonHugePages': 'anon_huge_pages',
             'ShmemPmdMapped': 'shmem_pmd_mapped', 'FilePmdMapped': 'file_pmd_mapped',
             'Shared_Hugetlb': 'shared_hugetlb', 'Private_Hugetlb': 'private_hugetlb',
             'Swap': 'swap', 'SwapPss': 'swap_pss', 'Locked': 'locked',
             'KernelPageSize': 'kernel_page_size', 'MMUPageSize': 'mmu_page_size',
             'THPeligible': 'thp_eligible', 'ProtectionKey': 'protection_key',
             'VmFlags': 'vm_flags'}
    differences = []
    for region, row in zip(regions, rows):
        for field, value in region.get('smaps', {}).items():
            if field == 'Size':
                continue
            ours = row.get(names[field], 'no such column')
            if isinstance(ours, str):
                ours = ours.split() if field == 'VmFlags' else int(ours) if ours.isdigit() else ours
            if ours != value:
                differences.append(f'{region["start"]:x}: {field} {ours!r}, reference {value!r}')
    return differences


def main():
    vascope, shared = sys.argv[1:]
    corpus = os.path.join(shared, 'corpus')
    if not os.path.isfile(os.path.join(corpus, 'tools', 'reference.py')):
        print(f'skipped: {corpus} is absent')
        sys.exit(77)
    sys.path.insert(0, os.path.join(corpus, 'tools'))
    import reference

    n_files = n_regions = n_differences = 0
    for path in find_captures(corpus):
        data = reference.read_any(path)
        regions, rejected, _ = reference.parse_maps(data)
        if not regions:
            continue
        with tempfile.NamedTemporaryFile() as plain:
            plain.write(data)
            plain.flush()
            document = json.loads(export(vascope, plain.name, 'json'))
            table = list(csv.DictReader(io.StringIO(export(vascope, plain.name, 'csv'), newline='')))
        differences = [f'{len(rejected)} lines rejected, by us {document["totals"]["lines_rejected"]}'] \
            if len(rejected) != document['totals']['lines_rejected'] else []
        for rows in (document['regions'], table):
            rows = [as_kernel_text(row) for row in rows]
            differences += reference.compare(regions, rows) + compare_usage(regions, rows)
        n_files += 1
        n_regions += len(regions)
        n_differences += len(differences)
        for difference in differences[:20]:
            print(f'{path}: {difference}')
    print(f'{n_files} files, {n_regions} regions, {n_differences} differences')
    sys.exit(1 if n_differences or not n_files else 0)


main()
