import Synchronization
import Texts

/// A file as it will stand in the published folder.
package struct OutputFile: Sendable {
  /// From the folder's root, `/`-separated, without `..`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A file of the project that is published: as it is, or a picture in its sizes.
package struct OutputCopy: Sendable {
  package struct Form: Sendable {
    package let path: String
    package let picture: PictureForm

    package init(path: String, picture: PictureForm) {
      self.path = path
      self.picture = picture
    }
  }

  /// Path in the project folder.
  package let source: String
  /// The files it becomes; more than one of a picture only.
  package let forms: [Form]

  package init(source: String, path: String) {
    self.init(source: source, forms: [Form(path: path, picture: .full)])
  }

  package init(source: String, forms: [Form]) {
    self.source = source
    self.forms = forms
  }
}

/// Everything to publish, made file by file while it is written, so that memory holds only the files in hand.
package struct OutputPlan: Sendable {
  /// Where the files there will be stand.
  package let paths: [String]
  /// Files that are made of one value, as indices into `paths`: they follow one another.
  let bundles: [Range<Int>]
  /// The value of a bundle, from which each of its files is made by its place in it. Pure, and asked from several threads.
  let open: @Sendable (Int) -> (Int) -> OutputFile
  package let copies: [OutputCopy]
  /// Bundles whose files have the same bytes as in the last publication, where it still stands.
  package var unchanged: Set<Int> = []
  /// Of a preview: further files by their path, made when somebody asks for one; nothing publishes them.
  package let unlisted: (@Sendable (String) -> OutputFile?)?

  package var count: Int { paths.count }

  /// Files that have nothing in common.
  package init(paths: [String], copies: [OutputCopy] = [], make: @escaping @Sendable (Int) -> OutputFile) {
    self.init(bundles: paths.map { [$0] }, copies: copies) { bundle in { _ in make(bundle) } }
  }

  /// - Parameters:
  ///   - bundles: the paths of each.
  ///   - open: what a bundle's files have in common, worked out, and then each file by its place among them.
  package init(
    bundles: [[String]], copies: [OutputCopy] = [], unlisted: (@Sendable (String) -> OutputFile?)? = nil,
    open: @escaping @Sendable (Int) -> (Int) -> OutputFile
  ) {
    paths = bundles.flatMap(\.self)
    var start = 0
    self.bundles = bundles.map { paths in
      defer { start += paths.count }
      return start..<start + paths.count
    }
    self.open = open
    self.unlisted = unlisted
    self.copies = copies
  }

  /// One file alone.
  /// - Parameter index: into `paths`.
  package func make(_ index: Int) -> OutputFile {
    let bundle = bundles.partitioningIndex { $0.lowerBound > index } - 1
    return open(bundle)(index - bundles[bundle].lowerBound)
  }
}

extension OutputPlan {
  /// The same in a folder of the published one.
  package func below(_ folder: String) -> OutputPlan {
    let copies = copies.map { copy in
      OutputCopy(
        source: copy.source,
        forms: copy.forms.map { OutputCopy.Form(path: "\(folder)/\($0.path)", picture: $0.picture) })
    }
    return OutputPlan(bundles: bundles.map { $0.map { "\(folder)/\(paths[$0])" } }, copies: copies) { [open] bundle in
      let make = open(bundle)
      return { place in
        let file = make(place)
        return OutputFile(path: "\(folder)/\(file.path)", bytes: file.bytes)
      }
    }
  }
}

/// How far a long piece of work is; read by the progress line while others write it.
package final class WorkCounter: Sendable {
  private let finished = Atomic(0)
  private let planned = Atomic(0)

  package init() {}

  package var count: Int { finished.load(ordering: .relaxed) }
  /// Zero until it is known.
  package var total: Int { planned.load(ordering: .relaxed) }

  package func add(_ amount: Int) { finished.add(amount, ordering: .relaxed) }
  package func expect(_ amount: Int) { planned.store(amount, ordering: .relaxed) }
}
