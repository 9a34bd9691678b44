/* The products at work in a process: C libraries, allocators, runtimes and tools, by their traces.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/** VasProduct: a maker of regions whose ways the rules know. */
typedef enum
{
  VAS_PRODUCT_MUSL,
  VAS_PRODUCT_BIONIC,
  VAS_PRODUCT_JEMALLOC,
  VAS_PRODUCT_TCMALLOC,
  VAS_PRODUCT_MIMALLOC,
  VAS_PRODUCT_MOZJEMALLOC,
  VAS_PRODUCT_JAVA,
  VAS_PRODUCT_V8,
  VAS_PRODUCT_CHROMIUM,
  VAS_PRODUCT_SPIDERMONKEY,
  VAS_PRODUCT_JAVASCRIPTCORE,
  VAS_PRODUCT_GO,
  VAS_PRODUCT_DOTNET,
  VAS_PRODUCT_BEAM,
  VAS_PRODUCT_GHC,
  VAS_PRODUCT_MONO,
  VAS_PRODUCT_LUAJIT,
  VAS_PRODUCT_SBCL,
  VAS_PRODUCT_RACKET,
  VAS_PRODUCT_BOEHM,
  VAS_PRODUCT_RUBY,
  VAS_PRODUCT_PHP,
  VAS_PRODUCT_PYTHON,
  VAS_PRODUCT_MYSQL,
  VAS_PRODUCT_WINE,
  VAS_PRODUCT_QEMU,
  VAS_PRODUCT_QEMU_USER,
  VAS_PRODUCT_VALGRIND,
  VAS_PRODUCT_ASAN,
  VAS_PRODUCT_TSAN,
  VAS_PRODUCT_MSAN,
  VAS_PRODUCT_LSAN,
  VAS_N_PRODUCTS
} VasProduct;

/** VasProducts: a set of #VasProduct. */
typedef guint64 VasProducts;

/** VAS_ANY_PRODUCT: the set of them all. */
#define VAS_ANY_PRODUCT ((G_GUINT64_CONSTANT (1) << VAS_N_PRODUCTS) - 1)

#define VAS_PRODUCT_BIT(product) (G_GUINT64_CONSTANT (1) << VAS_PRODUCT_##product)

/**
 * vas_products_find_by_name:
 * @name: path of a mapped file, without ` (deleted)`
 *
 * Returns: what a process that maps this file links or runs.
 */
VasProducts vas_products_find_by_name (const char *name, gsize length);

/** vas_products_find_by_program: what an executable of this name contains. */
VasProducts vas_products_find_by_program (const char *name, gsize length);

/**
 * vas_products_find_by_place:
 *
 * Some products are linked into programs of any name but claim addresses of their own, that their
 * sources state.
 */
VasProducts vas_products_find_by_place (const VasReading *reading);
