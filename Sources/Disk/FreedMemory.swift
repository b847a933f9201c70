import CMalloc

/// Gives back to the system what is free by now. Reading a large ledger leaves as much behind as the ledger takes, in pieces
/// that nothing larger fits into.
package func giveBackFreedMemory() { malloc_trim(0) }
