import Diagnostics

/// The environment fails, not the content: a full disk, a missing right, a folder that isn't there (exit code 2).
package struct EnvironmentFailure: Error, Equatable {
  package let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  /// What a person reads; the words of each reason stand in `FailureWords`.
  package var message: Bilingual { reason.words }

  /// A call of the system that failed on `path`; `code` is its `errno`.
  package static func system(_ code: Int32, _ action: Action, _ path: String) -> EnvironmentFailure {
    EnvironmentFailure(.system(code: code, action, path: path))
  }

  package enum Action: Sendable { case read, write, create, remove, lock, exchange, watch, listen, run }

  package enum Reason: Sendable, Equatable {
    case system(code: Int32, Action, path: String)

    // Where something is to be written.
    case holdsProject(String)
    case insideProject(String)
    /// In the folder that the program keeps for itself.
    case insideOwn(String)
    /// What is published is published whole: nothing else is put there.
    case insideSite(String)
    case noPage(String)
    /// What stands there is neither a file nor, where a folder is meant, a folder.
    case notAFolder(String)
    case notAFile(String)
    case link(String)
    case mountPoint(String)
    case parentNotWritable(String, parent: String)
    /// Only its owner or root could put something in its place that stays the owner's.
    case ownerNotKept(String, owner: UInt32)
    case foreignLinkNotKept(String)
    case unreadableName(folder: String)
    case anotherBuild(String, seconds: Int)

    // Archives.
    case bagTooLarge
    case earlierLayout(folder: String, there: [String])
    case foreignInArchive(folder: String, there: [String])
    case otherHeading(file: String, heading: String, line: String)

    // The ledger as a database.
    case database(String, said: String)

    // A published folder that is compared with.
    case damaged(String)

    // Engines and fonts.
    case noEngine(tooOld: String?)
    /// The variable of the environment that sets a limit is named with it.
    case engineFailed(String, status: Int32, said: String, mebibytes: Int, setBy: String)
    case engineTooSlow(String, seconds: Int, setBy: String)
    case engineTooLarge(String, mebibytes: Int, setBy: String)
    case noFontList
    case noFonts
    /// A line a person and what no font has of the name.
    case boxes([String])
    case noPrintFile(String)

    // Texts of Word's.
    case noPandoc
    /// - Parameter said: empty where it was stopped.
    case unreadDocument(String, said: String)

    // The preview.
    case portTaken(Int, free: Int)
    case tooManyFolders
  }
}
