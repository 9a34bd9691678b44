#!/usr/bin/python3
"""The program itself, driven from outside as assistive technology and a person's hands would.

Usage: acceptance.py TOOLS PROGRAM FIXTURES DRAG-FILE
TOOLS is ../shared/tools, where gui-session and guidrive.py are; without them the test says so and
is skipped. Speaks TAP.
"""
import contextlib
import os
import signal
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHOTS = os.environ.get('VAS_TEST_SHOTS')        # a folder to leave screenshots in, to look at


def skip(why):
    print('1..0 # SKIP ' + why)
    sys.exit(0)


def enter_session(tools):
    """Runs this script again inside a headless session of its own."""
    if not os.access(os.path.join(tools, 'gui-session'), os.X_OK):
        skip('../shared/tools is not here')
    try:
        import gi  # noqa: F401
    except ImportError:
        skip('python3-gi is not installed')
    os.environ['VAS_IN_SESSION'] = '1'
    session = os.path.join(tools, 'gui-session')
    os.execv(session, [session, '--size', '1400x900', '--timeout', '240', '--', sys.executable] + sys.argv)


@contextlib.contextmanager
def program(*args, leaks=True):
    """The program with a driver; when all is done it is to end by Ctrl+Q, cleanly and in silence.

    leaks: whether a sanitizer may look for them; GTK's file chooser and its drops on X11 have some.
    """
    env = dict(os.environ, G_DEBUG='fatal-warnings')
    if not leaks:
        env['ASAN_OPTIONS'] = 'detect_leaks=0'
    with tempfile.TemporaryFile('w+') as errors:
        process = subprocess.Popen([PROGRAM, *map(str, args)], env=env, stderr=errors)
        drive = guidrive.Drive(pid=process.pid, timeout=30)
        try:
            drive.wait_app()
            yield drive
            drive.key('ctrl+q')
            status = process.wait(30)
        except BaseException:
            if SHOTS:
                drive.shot(os.path.join(SHOTS, 'failure.png'))
            process.kill()
            process.wait()
            errors.seek(0)
            print('# ' + errors.read().replace('\n', '\n# '))
            raise
        errors.seek(0)
        said = errors.read()
        assert status == 0, 'exit status %d: %s' % (status, said)
        assert said == '', said


@contextlib.contextmanager
def child(*command):
    process = subprocess.Popen(command)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def expect(drive, selector, pattern):
    return drive.wait_text(selector, pattern)


def rows(drive):
    """Cells of the rows of the table of regions."""
    return drive.rows('tree grid:Regions')


def wait_rows(drive, test, what):
    drive.until(lambda: test(rows(drive)), what)


def test_pick_and_look():
    """Pick a process by typing, filter and sort its table, select a row and read the card."""
    with child('sleep', '600') as target, program() as drive:
        drive.find('label:Choose a process to see its memory')
        drive.type(str(target.pid))
        drive.until(lambda: [r for r in drive.rows() if str(target.pid) in r], 'the process in the list')
        drive.key('Return')
        expect(drive, 'window', '^sleep')
        drive.find('tree grid:Regions')

        drive.key('ctrl+f')
        drive.type('stack')
        wait_rows(drive, lambda r: len(r) == 1, 'one row')
        drive.click('label:/main stack/')
        drive.find('label:/^1 selected/')
        drive.find('label:/grows/')         # the card explains what a stack is
        drive.key('ctrl+f')
        drive.key('ctrl+a', 'BackSpace')
        wait_rows(drive, lambda r: len(r) > 20, 'all rows')


def test_export_by_dialog():
    """Ctrl+S asks where to, and the picture is there."""
    path = os.path.join(os.environ['TMPDIR'], 'picture.png')
    with program(os.path.join(FIXTURES, 'tutorial-cat.maps'), leaks=False) as drive:
        expect(drive, 'window', 'tutorial-cat')
        drive.key('ctrl+s')
        drive.save_as(path)
        drive.find('label:/^Saved as .*picture.png$/')
    with open(path, 'rb') as file:
        head = file.read(24)
    assert head[:8] == b'\x89PNG\r\n\x1a\n', head
    width, height = struct.unpack('>II', head[16:24])
    assert width >= 480 and height >= 600, (width, height)


def find_xwindow(pid):
    """Place and size of the program's window in sight, once it is there."""
    found = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(pid)],
                           capture_output=True, text=True, check=True, timeout=30).stdout.split()
    geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', found[-1]],
                              capture_output=True, text=True, check=True).stdout
    numbers = dict(line.split('=') for line in geometry.split())
    return [int(numbers[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT')]


def test_drag_file():
    """A file that is dragged over from another program is opened."""
    path = os.path.join(FIXTURES, 'tutorial-cat.maps')
    with program(leaks=False) as drive:
        drive.find('label:Choose a process to see its memory')
        with child(DRAG_FILE, path) as other:
            x, y, width, height = find_xwindow(other.pid)
            x, y = x + width // 2, y + height // 2
            steps = ['mousemove', x, y, 'mousedown', 1]
            for i in range(1, 20):
                steps += ['mousemove', x + 15 * i, y + 12 * i, 'sleep', '0.02']
            subprocess.run(['xdotool', *map(str, steps), 'sleep', '0.1', 'mouseup', '1'], check=True)
            expect(drive, 'window', 'tutorial-cat')
        drive.click('label:/regions ·/')                # back to our window, for the keyboard


def measure_light(drive):
    """From 0 to 1, over the whole window."""
    path = os.path.join(os.environ['TMPDIR'], 'light.png')
    drive.shot(path, 'window')
    return float(subprocess.run(['convert', path, '-colorspace', 'gray', '-format', '%[fx:mean]', 'info:'],
                                capture_output=True, text=True, check=True).stdout)


def test_dark_desktop():
    """The desktop's wish for dark windows is heeded at the start and when it changes."""
    portal = subprocess.Popen(['/usr/bin/python3', os.path.join(HERE, 'portal.py'), '1'], text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert portal.stdout.readline() == 'ready\n'
        with program(os.path.join(FIXTURES, 'tutorial-cat.maps')) as drive:
            expect(drive, 'window', 'tutorial-cat')
            drive.until(lambda: measure_light(drive) < 0.4, 'a dark window')
            for scheme, test in ((2, lambda light: light > 0.7), (1, lambda light: light < 0.4),
                                 (0, lambda light: light > 0.7)):
                print(scheme, file=portal.stdin, flush=True)
                drive.until(lambda: test(measure_light(drive)), 'color-scheme %d' % scheme)
    finally:
        portal.stdin.close()
        portal.wait(30)


def test_map_speaks():
    """What the map shows is in its description, and what it can do are actions."""
    with program(os.path.join(FIXTURES, 'tutorial-cat.maps')) as drive:
        drive.find('tree grid:Regions')
        drive.click('label:559b8c5d1000')
        drive.until(lambda: any('heap' in n.description for n, role, name in drive.app.walk()
                                if 'map.zoom-in' in n.actions()), 'the map to tell of the heap')


def test_pages_for_what_cannot_be_shown():
    with program(2) as drive:                       # kthreadd, or nothing in a container
        drive.find('label:/This is part of the kernel|This process is not there/')
        drive.find('button:Choose Another Process')
    with program(__file__) as drive:
        drive.find('label:/This is not a memory map/')


def test_target_ends():
    """Live looks on while the target ends: the last picture stays, with a line that says so."""
    with child('sleep', '600') as target, program(target.pid) as drive:
        expect(drive, 'window', '^sleep')
        target.send_signal(signal.SIGKILL)
        target.wait()
        drive.find('label:/ended at .* This is the last picture/')
        assert len(rows(drive)) > 5


def test_windows_of_help():
    with program(os.path.join(FIXTURES, 'tutorial-cat.maps')) as drive:
        expect(drive, 'window', 'tutorial-cat')
        drive.key('ctrl+question')
        drive.find('label:/Choose a process/')
        drive.key('Escape')
        drive.wait_gone('label:Show or hide the processes')


def main():
    tests = [test_pick_and_look, test_export_by_dialog, test_drag_file,
             test_dark_desktop, test_map_speaks, test_pages_for_what_cannot_be_shown, test_target_ends,
             test_windows_of_help]
    print('1..%d' % len(tests), flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        try:
            test()
            print('ok %d %s' % (number, test.__name__), flush=True)
        except Exception as error:                  # each test speaks for itself
            failed = True
            print('# %s: %s' % (type(error).__name__, error))
            print('not ok %d %s' % (number, test.__name__), flush=True)
    sys.exit(failed)


TOOLS, PROGRAM, FIXTURES, DRAG_FILE = sys.argv[1:]
if 'VAS_IN_SESSION' not in os.environ:
    enter_session(TOOLS)
sys.path.insert(0, TOOLS)
import guidrive  # noqa: E402
main()
