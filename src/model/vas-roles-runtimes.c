/* Roles of language runtimes: whose memory it is, and which part of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-roles-tables.h"

#define ROW(role) [VAS_ROLE_##role - VAS_ROLES_RUNTIMES]

const VasRole vas_roles_runtimes[] = {
  ROW (V8_HEAP) = { "v8-heap", "v8", "V8", N_ ("JavaScript heap"),
    N_ ("A piece of the heap of V8, the JavaScript engine: the objects, texts and "
        "functions of the scripts live here, and a garbage collector tidies it.") },
  ROW (V8_CODE) = { "v8-code", "v8", "V8", N_ ("JavaScript code"),
    N_ ("Instructions that V8 made from JavaScript while running: functions that are "
        "called often become machine code, which is many times faster.") },
  ROW (V8_RESERVE) = { "v8-reserve", "v8", "V8", N_ ("reserved for JavaScript"),
    N_ ("Addresses that V8 keeps free so that its code or heap can grow in one piece and "
        "be reached with short jumps.") },
  ROW (WASM_MEMORY) = { "wasm-memory", "v8", "V8", N_ ("WebAssembly memory"),
    N_ ("The memory of a WebAssembly program. Gigabytes without access lie around it, so "
        "that an index out of bounds hits a fence and needs no check.") },
  ROW (V8_CAGE) = { "v8-cage", "v8", "V8", N_ ("JavaScript heap (caged)"),
    N_ ("A piece of the JavaScript heap inside its cage: all pointers between objects are "
        "short, so that even a broken script cannot reach beyond it.") },
  ROW (V8_CAGE_RESERVE) = { "v8-cage-reserve", "v8", "V8", N_ ("reserved cage for JavaScript"),
    N_ ("Addresses of the cage that V8 keeps all JavaScript objects in. They are set "
        "aside in one piece of up to a terabyte, and cost nothing until used.") },
  ROW (V8_TABLE) = { "v8-table", "v8", "V8", N_ ("pointer table of V8"),
    N_ ("A table of addresses outside the JavaScript cage. Scripts hold only numbers of "
        "rows of it, never the addresses themselves.") },
  ROW (V8_TABLE_RESERVE) = { "v8-table-reserve", "v8", "V8", N_ ("reserve of a pointer table"),
    N_ ("Room for one of the pointer tables of V8 to grow, so that a row keeps its number "
        "for ever.") },
  ROW (PARTITION_ALLOC) = { "partition-alloc", "chromium", "PartitionAlloc",
    N_ ("PartitionAlloc pool"),
    N_ ("A pool of Chromium's own memory allocator. Blocks of different sort and size lie "
        "in separate partitions, which makes mistakes with memory harder to exploit.") },
  ROW (PARTITION_RESERVE) = { "partition-alloc-reserve", "chromium", "PartitionAlloc",
    N_ ("reserve of PartitionAlloc"),
    N_ ("Addresses that Chromium's own memory allocator keeps for its pools, among them "
        "the fences between its pieces.") },
  ROW (SPIDERMONKEY_HEAP) = { "spidermonkey-heap", "spidermonkey", "SpiderMonkey",
    N_ ("JavaScript heap chunk"),
    N_ ("A chunk of the heap of SpiderMonkey, the JavaScript engine of Firefox and GNOME: "
        "1 MiB of objects that its garbage collector looks after.") },
  ROW (SPIDERMONKEY_CODE) = { "spidermonkey-code", "spidermonkey", "SpiderMonkey",
    N_ ("JavaScript code (SpiderMonkey)"),
    N_ ("Instructions that SpiderMonkey made from JavaScript while running, and the small "
        "stubs that lead from one function to another.") },
  ROW (SPIDERMONKEY_RESERVE) = { "spidermonkey-reserve", "spidermonkey", "SpiderMonkey",
    N_ ("reserved for JavaScript code"),
    N_ ("Addresses that SpiderMonkey keeps for code, so that all code it makes lies "
        "within reach of one jump.") },
  ROW (JSC_HEAP) = { "jsc-heap", "jsc", "JavaScriptCore", N_ ("JavaScript heap (JavaScriptCore)"),
    N_ ("Objects of JavaScriptCore, the JavaScript engine of WebKit and Bun, in the "
        "middle of the addresses that it reserved for them.") },
  ROW (JSC_CODE) = { "jsc-code", "jsc", "JavaScriptCore", N_ ("JavaScript code (JavaScriptCore)"),
    N_ ("Instructions that JavaScriptCore made from JavaScript while running.") },
  ROW (JSC_RESERVE) = { "jsc-reserve", "jsc", "JavaScriptCore", N_ ("reserved for JavaScriptCore"),
    N_ ("Gigabytes of addresses that JavaScriptCore keeps for one sort of objects, so "
        "that a wrong index cannot reach objects of another sort.") },
  ROW (JAVA_HEAP) = { "java-heap", "java", "Java", N_ ("Java heap"),
    N_ ("The Java heap: the objects of the Java program live here, and the garbage "
        "collector tidies it.") },
  ROW (JAVA_HEAP_RESERVE) = { "java-heap-reserve", "java", "Java", N_ ("reserve of the Java heap"),
    N_ ("Addresses that the Java heap may still grow into, up to the limit that was set "
        "when Java started (-Xmx).") },
  ROW (JAVA_CODE) = { "java-code", "java", "Java", N_ ("Java code cache"),
    N_ ("Instructions that Java made from bytecode while running, and the interpreter "
        "itself: methods that are called often become machine code.") },
  ROW (JAVA_CODE_RESERVE) = { "java-code-reserve", "java", "Java",
    N_ ("reserve of the Java code cache"),
    N_ ("Addresses kept for code that Java has yet to make, 240 MiB in all unless told "
        "otherwise.") },
  ROW (JAVA_CODE_TABLE) = { "java-code-table", "java", "Java", N_ ("table of the Java code cache"),
    N_ ("A table that says, for each piece of the code cache of Java, where the method "
        "begins that it belongs to.") },
  ROW (JAVA_METASPACE) = { "java-metaspace", "java", "Java", N_ ("Java class data (metaspace)"),
    N_ ("What Java knows about the classes that the program uses: their methods, fields "
        "and constants. It lies outside the heap and is freed with the class loader.") },
  ROW (JAVA_METASPACE_RESERVE) = { "java-metaspace-reserve", "java", "Java",
    N_ ("reserve for Java class data"),
    N_ ("Addresses that the class data of Java may still grow into; a gigabyte of them is "
        "the usual limit for class descriptions.") },
  ROW (JAVA_GC) = { "java-gc", "java", "Java", N_ ("tables of the Java garbage collector"),
    N_ ("Tables of the garbage collector of Java: which parts of the heap are in use, "
        "marked or changed. Their sizes follow from the size of the heap.") },
  ROW (JAVA_POLLING) = { "java-polling", "java", "Java", N_ ("Java polling page"),
    N_ ("A page that all Java threads read now and then. When Java wants them to stop for "
        "a moment, it takes the right to read it away.") },
  ROW (JAVA_RESERVE) = { "java-reserve", "java", "Java", N_ ("reserved by Java"),
    N_ ("Addresses that Java keeps free for one of its tables to grow.") },
  ROW (JAVA_CDS) = { "java-cds", "java", "Java", N_ ("Java class archive: {subject}"),
    N_ ("Java's own classes as they look once loaded, kept in a file, so that starting "
        "Java need not load them one by one.") },
  ROW (JAVA_MODULES) = { "java-modules", "java", "Java", N_ ("Java class library"),
    N_ ("All classes of Java's own library in one file, made for being mapped.") },
  ROW (JAVA_PERFDATA) = { "java-perfdata", "java", "Java", N_ ("Java counters"),
    N_ ("Counters that Java keeps about itself in a file, so that tools such as jps and "
        "jstat can look at it from outside.") },
  ROW (GO_HEAP) = { "go-heap", "go", "Go", N_ ("Go heap"),
    N_ ("The heap of a Go program. The stacks of its goroutines lie in here as well: they "
        "begin small and move when they grow.") },
  ROW (GO_HEAP_RESERVE) = { "go-heap-reserve", "go", "Go", N_ ("reserve of the Go heap"),
    N_ ("Addresses that the Go heap grows into next; Go takes them in steps of 64 MiB.") },
  ROW (GO_TABLE) = { "go-table", "go", "Go", N_ ("tables of the Go runtime"),
    N_ ("Tables of the Go runtime: which pages of its heap are free, what the garbage "
        "collector has marked, and its own small objects.") },
  ROW (GO_TABLE_RESERVE) = { "go-table-reserve", "go", "Go", N_ ("reserve for tables of Go"),
    N_ ("Addresses for tables that describe every page that a Go heap could ever have. "
        "They cover the whole address space, so almost all of them stay unused.") },
  ROW (HASKELL_HEAP) = { "haskell-heap", "haskell", "GHC", N_ ("Haskell heap"),
    N_ ("The heap of a Haskell program, cut from one terabyte of addresses that was set "
        "aside at the start.") },
  ROW (HASKELL_RESERVE) = { "haskell-reserve", "haskell", "GHC", N_ ("reserve of the Haskell heap"),
    N_ ("The rest of the terabyte that a Haskell program sets aside at its start: with "
        "it, one look at an address tells whether it lies in the heap.") },
  ROW (LISP_HEAP) = { "lisp-heap", "lisp", "SBCL", N_ ("Lisp heap"),
    N_ ("The heap of SBCL, a Lisp system: lists, texts and functions, tidied by a garbage "
        "collector. Code is data in Lisp, so all of it may be run.") },
  ROW (LISP_STATIC) = { "lisp-static", "lisp", "SBCL", N_ ("fixed Lisp objects"),
    N_ ("Lisp objects that never move, such as symbols and the code that came with SBCL.") },
  ROW (LISP_RESERVE) = { "lisp-reserve", "lisp", "SBCL", N_ ("reserved for Lisp"),
    N_ ("Addresses that SBCL keeps for its heap, or fences that tell its collector about "
        "changes.") },
  ROW (LISP_CORE) = { "lisp-core", "lisp", "SBCL", N_ ("Lisp core: {subject}"),
    N_ ("The image that SBCL started from: a whole Lisp system, compiled and ready, "
        "mapped from {subject} rather than loaded piece by piece.") },
  ROW (LISP_THREAD) = { "lisp-thread", "lisp", "SBCL", N_ ("stacks of a Lisp thread"),
    N_ ("The stacks of one Lisp thread: for calls, for bound variables and for foreign "
        "functions, side by side.") },
  ROW (SCHEME_HEAP) = { "scheme-heap", "scheme", "Racket", N_ ("Scheme heap"),
    N_ ("A segment of the heap of Chez Scheme, on which Racket is built. Compiled code "
        "lies among the data and moves with it, so some segments may be run.") },
  ROW (SCHEME_RESERVE) = { "scheme-reserve", "scheme", "Racket", N_ ("reserved for Scheme"),
    N_ ("Addresses that the Scheme system under Racket keeps for its heap.") },
  ROW (BOEHM_HEAP) = { "boehm-heap", "boehm", "Boehm GC", N_ ("collected heap (libgc)"),
    N_ ("Heap of the Boehm garbage collector, used by Guile and others: it finds what is "
        "still in use by looking through memory for anything that may be a pointer.") },
  ROW (RUBY_HEAP) = { "ruby-heap", "ruby", "Ruby", N_ ("Ruby heap"),
    N_ ("Heap pages of Ruby: slots of equal size, one for each object. What does not fit "
        "into a slot lies in malloc memory elsewhere.") },
  ROW (RUBY_FIBER) = { "ruby-fiber", "ruby", "Ruby", N_ ("stack of a fiber"),
    N_ ("The stack of a Ruby fiber: a piece of program that can pause in the middle and "
        "go on later. Each paused fiber keeps its calls on a stack of its own.") },
  ROW (PHP_HEAP) = { "php-heap", "php", "PHP", N_ ("PHP heap"),
    N_ ("Chunks of the memory manager of PHP, 2 MiB each. All of a script that is still "
        "there when it ends is thrown away at once.") },
  ROW (PYTHON_ARENA) = { "python-arena", "python", "Python", N_ ("Python objects"),
    N_ ("Arenas of Python: most small objects, such as numbers, short texts and tuples, "
        "live here; larger blocks come from the C library.") },
  ROW (LUA_HEAP) = { "lua-heap", "lua", "LuaJIT", N_ ("Lua heap"),
    N_ ("The heap of LuaJIT: tables, texts and functions of the Lua program, in segments "
        "from an allocator of its own.") },
  ROW (LUA_CODE) = { "lua-code", "lua", "LuaJIT", N_ ("Lua code"),
    N_ ("Instructions that LuaJIT made from loops that ran often. They lie near the "
        "program, so that short jumps reach it.") },
  ROW (BEAM_CARRIER) = { "beam-carrier", "beam", "Erlang", N_ ("Erlang carrier"),
    N_ ("A carrier of the Erlang machine: a large piece from which it serves the heaps of "
        "its many small processes, its tables and messages.") },
  ROW (BEAM_RESERVE) = { "beam-reserve", "beam", "Erlang", N_ ("reserve for Erlang literals"),
    N_ ("A gigabyte of addresses for constants of Erlang code: one look at an address "
        "tells that it need not be copied.") },
  ROW (BEAM_CODE) = { "beam-code", "beam", "Erlang", N_ ("Erlang code"),
    N_ ("Instructions that the Erlang machine made from bytecode when it loaded a module. "
        "The same memory is mapped twice: once to be written, once to be run.") },
  ROW (MONO_HEAP) = { "mono-heap", "mono", "Mono", N_ ("Mono heap"),
    N_ ("Blocks of the garbage collector of Mono, which runs programs made for .NET: new "
        "objects start in its nursery and move on when they survive.") },
  ROW (MONO_CODE) = { "mono-code", "mono", "Mono", N_ ("Mono code"),
    N_ ("Instructions that Mono made from the bytecode of a .NET program while running.") },
  ROW (MONO_SHARED) = { "mono-shared", "mono", "Mono", N_ ("Mono counters"),
    N_ ("Counters that Mono shares with tools that watch it.") },
  ROW (DOTNET_HEAP) = { "dotnet-heap", "dotnet", ".NET", N_ (".NET heap"),
    N_ ("The heap of a .NET program: objects in generations, which its garbage collector "
        "goes through from young to old.") },
  ROW (DOTNET_RESERVE) = { "dotnet-reserve", "dotnet", ".NET", N_ ("reserve of the .NET heap"),
    N_ ("Addresses that .NET keeps for its heap, up to 256 GiB in one piece.") },
  ROW (DOTNET_CODE) = { "dotnet-code", "dotnet", ".NET", N_ (".NET code"),
    N_ ("Instructions that .NET made from bytecode while running. Since .NET 7 they are "
        "written through a second mapping, so that no page is writable and runnable at "
        "once.") },
  ROW (EMACS_DUMP) = { "emacs-dump", "emacs", "Emacs", N_ ("Emacs dump: {subject}"),
    N_ ("Lisp objects of Emacs as they were when it was built, mapped from {subject} so "
        "that it starts at once.") },
  ROW (ART_HEAP) = { "art-heap", "art", "Android", N_ ("Android heap"),
    N_ ("A space of the heap of the Android runtime: the objects of the app live here, "
        "and a garbage collector tidies it.") },
  ROW (ART_LINEAR) = { "art-linear", "art", "Android", N_ ("Android class data"),
    N_ ("What the Android runtime knows about classes and methods; it is only ever added "
        "to.") },
  ROW (ART_DATA) = { "art-data", "art", "Android", N_ ("tables of the Android runtime"),
    N_ ("Tables of the Android runtime's garbage collector and compiler.") },
  ROW (ART_CODE) = { "art-code", "art", "Android", N_ ("Android code cache"),
    N_ ("Instructions that the Android runtime made from bytecode while running, and what "
        "it noted about them.") },
  ROW (RUBY_CODE) = { "ruby-code", "ruby", "Ruby", N_ ("Ruby code"),
    N_ ("Instructions that Ruby made from methods that ran often, and room for more of "
        "them.") },
  ROW (V8_SNAPSHOT) = { "v8-snapshot", "v8", "V8", N_ ("JavaScript start image: {subject}"),
    N_ ("The JavaScript world as it looks right after the start, kept in a file so that "
        "it need not be built anew each time.") },
  ROW (ART_OAT) = { "art-oat", "art", "Android", N_ ("compiled Android code: {subject}"),
    N_ ("Instructions and tables that were made from bytecode when the app or the system "
        "was installed, so that they need not be made while it runs.") },
  ROW (ART_DEX) = { "art-dex", "art", "Android", N_ ("Android bytecode: {subject}"),
    N_ ("Bytecode and resources of an app or of Android itself, as they came from the "
        "developer.") },
  ROW (DOTNET_ASSEMBLY) = { "dotnet-assembly", "dotnet", ".NET", N_ (".NET assembly: {subject}"),
    N_ ("Bytecode and class descriptions of {subject}, a library or program made for "
        ".NET.") },
  ROW (PYTHON_BYTECODE) = { "python-bytecode", "python", "Python",
    N_ ("Python bytecode: {subject}"),
    N_ ("A Python module as Python compiled it, ready to be run by its interpreter.") },
  ROW (FFI) = { "libffi", "libffi", "libffi", N_ ("trampolines (libffi)"),
    N_ ("Tiny pieces of code through which C functions can call functions of a script. "
        "They are made when a callback is handed over.") },
  ROW (JIT_DUMP) = { "jit-dump", NULL, "perf", N_ ("record of generated code: {subject}"),
    N_ ("A record of code made at run time. One page of it is mapped to be run for one "
        "reason only: so that the perf tool notices the file.") },
};
