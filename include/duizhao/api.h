/* api.h - how the functions of the public headers are declared; the version.
 *
 * What stands between DZ_API_BEGIN and DZ_API_END has C names also for C++, and
 * is what the shared library exports; everything else in it is hidden. */
#ifndef DUIZHAO_API_H
#define DUIZHAO_API_H

#ifdef __cplusplus
#define DZ_EXTERN_BEGIN extern "C" {
#define DZ_EXTERN_END }
#else
#define DZ_EXTERN_BEGIN
#define DZ_EXTERN_END
#endif

#if defined(__GNUC__)
#define DZ_API_BEGIN DZ_EXTERN_BEGIN _Pragma("GCC visibility push(default)")
#define DZ_API_END _Pragma("GCC visibility pop") DZ_EXTERN_END
#else
#define DZ_API_BEGIN DZ_EXTERN_BEGIN
#define DZ_API_END DZ_EXTERN_END
#endif

DZ_API_BEGIN

/* The version of the library, "MAJOR.MINOR.PATCH". Static storage. */
const char *dz_version(void);

DZ_API_END

#endif
