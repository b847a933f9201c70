import Texts

/// A file of a publication.
protocol PublishedFile {
  var path: String { get }
}

extension Manifest.Entry: PublishedFile {}

extension WrittenFile: PublishedFile {
  var path: String { entry.path }
}

/// Files in order of path, in which one is found by its path. A site has a hundred thousand, of which a dictionary would hold
/// the paths once more.
struct InOrderOfPath<File: PublishedFile & Sendable>: Sendable {
  private(set) var files: [File]

  init(_ files: consuming [File]) {
    self.files = consume files
    // A manifest is in order already.
    if zip(self.files, self.files.dropFirst()).contains(where: { $0.path > $1.path }) { order() }
  }

  /// Sorts their numbers and then moves each to its place: sorting the files themselves would take room for half of them
  /// once more, at the moment in which a build has taken the most.
  private mutating func order() {
    var order = (0..<Int32(files.count)).sorted { files[Int($0)].path < files[Int($1)].path }
    for start in order.indices where order[start] != start {
      let first = files[start]
      var to = start
      while order[to] != start {
        let from = Int(order[to])
        files[to] = files[from]
        order[to] = Int32(to)
        to = from
      }
      files[to] = first
      order[to] = Int32(to)
    }
  }

  /// The first of them.
  subscript(path: String) -> File? { index(of: path).map { files[$0] } }

  func index(of path: String) -> Int? {
    let index = files.partitioningIndex { $0.path >= path }
    return index < files.count && files[index].path == path ? index : nil
  }

  /// One as something else of the same path.
  mutating func change(at index: Int, _ change: (File) -> File) {
    let changed = change(files[index])
    precondition(changed.path == files[index].path)
    files[index] = changed
  }

  /// Each as something else of the same path.
  mutating func change(_ change: (File) -> File) {
    for index in files.indices { files[index] = change(files[index]) }
  }
}
