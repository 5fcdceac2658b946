/* exit_status.h - what the program tells the shell; the same under a pager and
 * with --output */
#ifndef DZ_CMD_EXIT_STATUS_H
#define DZ_CMD_EXIT_STATUS_H

enum dz_exit {
  DZ_EXIT_NOTHING = 0,   /* nothing to report: no difference, no finding */
  DZ_EXIT_SOMETHING = 1, /* something to report */
  DZ_EXIT_TROUBLE = 2    /* one line on standard error says what */
};

#endif
