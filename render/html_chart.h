/* html_chart.h - a small chart of one indicator: target against outcome */
#ifndef DZ_RENDER_HTML_CHART_H
#define DZ_RENDER_HTML_CHART_H

#include "html_page.h"

/* <figure> with an SVG, when outcomes of one unit are told for two years or
 * more; else nothing. */
void dz_html_chart(dz_html *html, const dz_ledger *ledger, const dz_thread *thread);

#endif
