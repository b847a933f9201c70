#include <sqlite3.h>

// Has every question for the machine's time zone fail, in the whole process, however it is spelt.
static inline void sqlite_refuse_local_time(void) { sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1); }

// What stands in double quotes is a name and never a text: a misspelt name would be a text in silence. In C, since Swift
// can't call a function of variable arguments.
static inline int sqlite_strict_quotes(sqlite3 *database) {
  int was;
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, &was);
  return code == SQLITE_OK ? sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, &was) : code;
}
