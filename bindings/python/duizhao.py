"""Compare Chinese officials' reports from Python: a binding of libduizhao.

    import duizhao
    result = duizhao.compare("samples/yunze-2022.txt", "samples/yunze-2023.txt")
    for link in result["commitments"]:
        print(link["change"], link["earlier"] and link["earlier"]["quote"])

compare, track, check and normalize return what the commands of the same names print with
`-f json`, as plain dicts and lists; the schemas are in docs/. Errors are raised as
duizhao.Error, whose text names the file, the place and what is wrong.

The shared library is looked for by its soname, or where DUIZHAO_LIBRARY says. Needs cffi
(Debian: python3-cffi).
"""
import json
import os

import cffi

__all__ = ["Error", "Knowledge", "check", "compare", "normalize", "track", "version"]

_ffi = cffi.FFI()
_ffi.cdef("""
typedef struct { int status; char message[512]; } dz_error;
typedef struct dz_knowledge dz_knowledge;
typedef struct dz_report dz_report;
typedef struct dz_comparison dz_comparison;
typedef struct dz_ledger dz_ledger;
typedef struct dz_review dz_review;
typedef struct {
  size_t size;
  const char *format, *encoding;
  size_t max_bytes;
  int32_t year;
  bool programs;
} dz_read_options;
typedef struct {
  size_t size;
  const dz_report *const *background;
  size_t background_count;
  int32_t base;
  const char *pins, *pins_path;
  const char *const *phrases;
  size_t phrase_count;
} dz_compare_options;
typedef struct {
  size_t size;
  int format;
  bool chinese, color;
  int columns, ambiguous;
  bool all, list, raw, bom;
} dz_render_options;

const char *dz_version(void);
int dz_knowledge_load(dz_knowledge **, const char *, dz_error *);
void dz_knowledge_free(dz_knowledge *);
int dz_report_read(dz_report **, const char *, const dz_knowledge *, const dz_read_options *,
                   dz_error *);
void dz_report_free(dz_report *);
int dz_comparison_build(dz_comparison **, const dz_report *const *, size_t, const dz_knowledge *,
                        const dz_compare_options *, dz_error *);
void dz_comparison_free(dz_comparison *);
int dz_ledger_build(dz_ledger **, const dz_report *const *, size_t, const dz_knowledge *,
                    dz_error *);
void dz_ledger_free(dz_ledger *);
int dz_review_build(dz_review **, const dz_report *const *, size_t, const dz_knowledge *,
                    dz_error *);
void dz_review_free(dz_review *);
int dz_render_report(char **, size_t *, const dz_report *, const dz_render_options *, dz_error *);
int dz_render_comparison(char **, size_t *, const dz_comparison *, const dz_render_options *,
                         dz_error *);
int dz_render_ledger(char **, size_t *, const dz_ledger *, const dz_render_options *, dz_error *);
int dz_render_review(char **, size_t *, const dz_review *, const dz_render_options *, dz_error *);
void free(void *);
""")
_lib = _ffi.dlopen(os.environ.get("DUIZHAO_LIBRARY", "libduizhao.so.0"))
_libc = _ffi.dlopen(None)

_JSON = 1  # DZ_JSON
_STATUSES = ("ok", "nomem", "io", "format", "encoding", "limit", "unsupported", "usage", "data")


class Error(Exception):
    """What the library reports. `kind` is one of io, format, encoding, limit, unsupported,
    usage, data and nomem."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def version():
    """The version of the library, "MAJOR.MINOR.PATCH"."""
    return _ffi.string(_lib.dz_version()).decode()


def _call(function, *arguments):
    error = _ffi.new("dz_error *")
    status = function(*arguments, error)
    if status:
        raise Error(_STATUSES[status], _ffi.string(error.message).decode("utf-8", "replace"))


def _bytes(path):
    return os.fsencode(path) if path is not None else _ffi.NULL


class Knowledge:
    """The tables of the genre. One object serves any number of calls and threads; `directory`
    holds tables of your own in the place of built-in ones of the same name."""

    def __init__(self, directory=None):
        out = _ffi.new("dz_knowledge **")
        _call(_lib.dz_knowledge_load, out, _bytes(directory))
        self._pointer = _ffi.gc(out[0], _lib.dz_knowledge_free)


_shared = None


def _knowledge(given):
    global _shared
    if given is not None:
        return given
    if _shared is None:
        _shared = Knowledge()
    return _shared


def _read(path, knowledge, year=None, programs=True):
    options = _ffi.new("dz_read_options *")
    options.size = _ffi.sizeof("dz_read_options")
    options.year = year or 0
    options.programs = programs
    out = _ffi.new("dz_report **")
    _call(_lib.dz_report_read, out, _bytes(path), knowledge._pointer, options)
    return _ffi.gc(out[0], _lib.dz_report_free)


def _read_all(paths, knowledge, years, programs):
    years = list(years) if years else [None] * len(paths)
    if len(years) != len(paths):
        raise ValueError("years: one for each file")
    return [_read(path, knowledge, year, programs) for path, year in zip(paths, years)]


def _json(render, result):
    options = _ffi.new("dz_render_options *")
    options.size = _ffi.sizeof("dz_render_options")
    options.format = _JSON
    out, length = _ffi.new("char **"), _ffi.new("size_t *")
    _call(render, out, length, result, options)
    try:
        return json.loads(_ffi.buffer(out[0], length[0])[:].decode())
    finally:
        _libc.free(out[0])


def normalize(path, *, knowledge=None, year=None, programs=True):
    """What was read from one file: outline with canonical sections, figures, commitments.

    `programs`: whether pdftotext, antiword or catdoc may be started for .pdf and old .doc."""
    knowledge = _knowledge(knowledge)
    return _json(_lib.dz_render_report, _read(path, knowledge, year, programs))


def compare(*paths, knowledge=None, years=None, background=(), programs=True):
    """Two or more reports side by side. `background`: files of the reader's own; what is
    common in them counts as formula."""
    knowledge = _knowledge(knowledge)
    reports = _read_all(paths, knowledge, years, programs)
    behind = _read_all(list(background), knowledge, None, programs)
    behind_list = _ffi.new("dz_report *[]", behind or 1)
    options = _ffi.new("dz_compare_options *")
    options.size = _ffi.sizeof("dz_compare_options")
    options.base = -1
    options.background, options.background_count = behind_list, len(behind)
    out = _ffi.new("dz_comparison **")
    _call(_lib.dz_comparison_build, out, _ffi.new("dz_report *[]", reports or 1), len(reports),
          knowledge._pointer, options)
    return _json(_lib.dz_render_comparison, _ffi.gc(out[0], _lib.dz_comparison_free))


def _over_reports(build, free, render, paths, knowledge, years, programs):
    knowledge = _knowledge(knowledge)
    reports = _read_all(paths, knowledge, years, programs)
    out = _ffi.new(build[1])
    _call(build[0], out, _ffi.new("dz_report *[]", reports or 1), len(reports), knowledge._pointer)
    return _json(render, _ffi.gc(out[0], free))


def track(*paths, knowledge=None, years=None, programs=True):
    """Every commitment of a series of reports followed through the later ones."""
    return _over_reports((_lib.dz_ledger_build, "dz_ledger **"), _lib.dz_ledger_free,
                         _lib.dz_render_ledger, paths, knowledge, years, programs)


def check(*paths, knowledge=None, years=None, programs=True):
    """What a careful reader would remark on each report by itself."""
    return _over_reports((_lib.dz_review_build, "dz_review **"), _lib.dz_review_free,
                         _lib.dz_render_review, paths, knowledge, years, programs)
