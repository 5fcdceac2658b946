/* json_ledger.c - duizhao.track/1 */
#include "base/error.h"
#include "formats.h"
#include "json_parts.h"

dz_status dz_json_ledger(char **out, size_t *length, const dz_ledger *ledger, dz_error *error) {
  dz_json *json = dz_json_new();

  (void)ledger;
  if (!json) return dz_fail_memory(error);
  dz_json_string(json, "schema", "duizhao.track/1");
  return dz_json_finish(json, out, length, error);
}
