import CSQLite

/// Who is asked whether a statement may do what it does, and for how long.
package final class Watch {
  /// What a statement is about to do, as SQLite's authorizer tells it.
  package enum Deed: Equatable {
    case select
    case recurse
    /// A column of a table or view; the column is empty where only rows are counted. `view` is the view that reads it,
    /// `nil` where the statement does.
    case read(table: String, column: String, view: String?)
    case call(function: String)
    /// Anything else: the code of SQLite's, with what it says of it.
    case other(Int32, String)

    package static let attach = SQLITE_ATTACH
    package static let pragma = SQLITE_PRAGMA
  }

  /// How many steps of the virtual machine are taken between two looks: few, since a single one may go through long texts.
  package static let stride = 100

  private let allows: (Deed) -> Bool
  private let goesOn: () -> Bool

  /// - Parameters:
  ///   - allows: asked of every deed while a statement is compiled.
  ///   - goesOn: asked every hundredth step; `false` ends the statement.
  package init(allows: @escaping (Deed) -> Bool, goesOn: @escaping () -> Bool) {
    self.allows = allows
    self.goesOn = goesOn
  }

  func install(in handle: OpaquePointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_set_authorizer(
      handle,
      { me, code, first, second, _, view in
        guard let me else { return SQLITE_DENY }
        let watch = Unmanaged<Watch>.fromOpaque(me).takeUnretainedValue()
        return watch.allows(Deed(code, first, second, view)) ? SQLITE_OK : SQLITE_DENY
      }, me)
    sqlite3_progress_handler(
      handle, Int32(Self.stride),
      { me in
        guard let me else { return 1 }
        return Unmanaged<Watch>.fromOpaque(me).takeUnretainedValue().goesOn() ? 0 : 1
      }, me)
  }

  func remove(from handle: OpaquePointer) {
    sqlite3_set_authorizer(handle, nil, nil)
    sqlite3_progress_handler(handle, 0, nil, nil)
  }
}

extension Watch.Deed {
  fileprivate init(
    _ code: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?, _ view: UnsafePointer<CChar>?
  ) {
    let (first, second) = (first.map { String(cString: $0) } ?? "", second.map { String(cString: $0) } ?? "")
    self =
      switch code {
      case SQLITE_SELECT: .select
      case SQLITE_RECURSIVE: .recurse
      case SQLITE_READ: .read(table: first, column: second, view: view.map { String(cString: $0) })
      case SQLITE_FUNCTION: .call(function: second)
      default: .other(code, first.isEmpty ? second : first)
      }
  }
}
