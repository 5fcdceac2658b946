/* message.h - error messages in the reader's language */
#ifndef DZ_CMD_MESSAGE_H
#define DZ_CMD_MESSAGE_H

#include <stdbool.h>

#include <duizhao/status.h>

/* Puts the message into Chinese, names and numbers kept; false where the table
 * does not know it and it stays as it is. */
bool dz_message_translate(dz_error *error);

#endif
