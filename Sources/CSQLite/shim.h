#include <sqlite3.h>

// Has SQLite sort a subquery that asks for an order even where nothing seems to come of it (bit SQLITE_OmitOrderBy of its
// switches, which have no names outside). A version that means something else by it takes another way, never to other rows.
static inline void sqlite_keep_orders(sqlite3 *database) {
  sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, database, 0x00040000);
}

// Has every question for the machine's time zone fail, in the whole process, however it is spelt.
static inline void sqlite_refuse_local_time(void) { sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1); }

// What stands in double quotes is a name and never a text: a misspelt name would be a text in silence. In C, since Swift
// can't call a function of variable arguments.
static inline int sqlite_strict_quotes(sqlite3 *database) {
  int was;
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, &was);
  return code == SQLITE_OK ? sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, &was) : code;
}
