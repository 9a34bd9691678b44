#!/usr/bin/python3
"""Stands in for the desktop's settings portal (org.freedesktop.portal.Settings) on the session bus.

Usage: portal.py SCHEME
SCHEME is its color-scheme: 0 no preference, 1 dark, 2 light. Says "ready"; then every number on
standard input is a new color-scheme, and the end of input ends it.
"""
import sys

from gi.repository import Gio, GLib

SETTINGS = 'org.freedesktop.portal.Settings'
PATH = '/org/freedesktop/portal/desktop'
KEY = ('org.freedesktop.appearance', 'color-scheme')
INTERFACE = '''
<node>
  <interface name="org.freedesktop.portal.Settings">
    <method name="Read">
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="v" direction="out"/>
    </method>
    <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
  </interface>
</node>'''


class Portal:
    def __init__(self, scheme):
        self.scheme = scheme
        self.loop = GLib.MainLoop()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.bus.register_object(PATH, interface, self.answer, None, None)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.portal.Desktop', 0,
                                       lambda *_: print('ready', flush=True), None)
        GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, self.take_line)

    def answer(self, _bus, _sender, _path, _interface, _method, arguments, invocation):
        if arguments.unpack() == KEY:
            boxed = GLib.Variant('v', GLib.Variant('u', self.scheme))   # two boxes, as real portals
            invocation.return_value(GLib.Variant('(v)', (boxed,)))
        else:
            invocation.return_dbus_error('org.freedesktop.portal.Error.NotFound', 'no such key')

    def take_line(self, _fd, _condition):
        line = sys.stdin.readline()
        if not line:
            self.loop.quit()
            return False
        self.scheme = int(line)
        self.bus.emit_signal(None, PATH, SETTINGS, 'SettingChanged',
                             GLib.Variant('(ssv)', (*KEY, GLib.Variant('u', self.scheme))))
        return True


Portal(int(sys.argv[1])).loop.run()
