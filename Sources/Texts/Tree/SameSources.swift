import Sheets

extension SourceFile {
  /// Whether it stands where another stands, under the same name byte for byte, whatever is in it.
  package func stands(as other: SourceFile) -> Bool {
    path.isSame(as: other.path) && storedPath.isSame(as: other.storedPath) && origin == other.origin
      && (sheet == nil) == (other.sheet == nil)
  }

  /// Whether it stands where another stands, with the same in it.
  package func isSame(as other: SourceFile) -> Bool {
    guard stands(as: other), bytes == other.bytes else { return false }
    guard let sheet, let otherSheet = other.sheet else { return true }
    return sheet.isSame(as: otherSheet)
  }
}

extension SourceTree {
  /// Whether what isn't read as text is as in another tree: pictures, what was refused and what was passed over.
  ///
  /// Byte for byte, where `==` of texts would take two spellings of one letter for the same name.
  package func isSameBesideFiles(_ other: SourceTree) -> Bool {
    assets == other.assets && zip(assets, other.assets).allSatisfy { $0.path.isSame(as: $1.path) }
      && refused.count == other.refused.count && zip(refused, other.refused).allSatisfy { $0.isSame(as: $1) }
      && passedOver == other.passedOver
      && zip(passedOver, other.passedOver).allSatisfy { $0.path.isSame(as: $1.path) }
  }

  /// Whether all files have the names and places that they have in another tree, whatever is in them.
  package func hasFilesStanding(as other: SourceTree) -> Bool {
    files.count == other.files.count && zip(files, other.files).allSatisfy { $0.stands(as: $1) }
  }
}
