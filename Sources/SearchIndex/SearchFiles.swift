import Composing
import Scoring
import Texts

/// The search index as files under `search/`: classic scripts that hold nothing but data, since a page opened from a
/// folder may load no other kind. templates/scripts/search.js asks for what a query needs:
///
/// - `index.js`: how many shards there are, where each kind begins, where each block of documents begins;
/// - `t….js`: pairs of characters and the documents that hold them, sharded by hash;
/// - `d….js`: the documents themselves in blocks, for the results shown.
package final class SearchFiles: Sendable {
  /// What a query loads is a handful of each, so this bounds it.
  static let shardSize = 12_000
  static let blockSize = 12_000
  /// Documents read in one go, each stretch with a table of pairs of its own.
  static let stretchSize = 1_500

  /// An index of the same ledger, heads and pages.
  package struct Earlier {
    fileprivate let files: SearchFiles
    /// Stories of which the bodies differ, as indices into `Content.stories`.
    fileprivate let changed: Set<Int>

    package init(_ files: SearchFiles, changed: Set<Int>) { (self.files, self.changed) = (files, changed) }
  }

  private let context: SiteContext
  private let items: [SearchItem]
  private let table: SearchTable
  /// Bytes of the documents of each stretch.
  private let sizes: [[Int]]
  /// Shards are `1 << bits`.
  private let bits: Int
  /// Numbers of the pairs in each shard.
  private let shards: [[Int32]]
  /// First document of each block.
  private let blocks: [Int]

  package func plans(after earlier: Earlier? = nil) -> [FilePlan] {
    let (sameShards, sameBlocks) = earlier.map { ($0.files.shards(asIn: self), blocks(asIn: $0)) } ?? ([], [])
    return [FilePlan(path: "search/index.js") { self.index() }]
      + shards.indices.map { shard in
        var plan = FilePlan(path: "search/t\(shard).js") { self.shard(shard) }
        plan.isAsBefore = sameShards.contains(shard)
        return plan
      }
      + blocks.indices.map { block in
        var plan = FilePlan(path: "search/d\(block).js") { self.block(block) }
        plan.isAsBefore = sameBlocks.contains(block)
        return plan
      }
  }

  /// - Parameter earlier: of which stretches are taken that hold the same.
  package init(_ context: SiteContext, after earlier: Earlier? = nil) {
    let items = context.searchItems()
    let stretches = (items.count + Self.stretchSize - 1) / Self.stretchSize
    let kept = earlier.flatMap { $0.files.items == items ? $0 : nil }
    let read = context.pool.map(stretches) { stretch in
      let first = stretch * Self.stretchSize
      let own = items[first..<min(first + Self.stretchSize, items.count)]
      if let kept, !own.contains(where: kept.changes) {
        return (postings: kept.files.table.stretches[stretch], sizes: kept.files.sizes[stretch])
      }
      var postings = SearchPostings(first: first)
      let sizes = own.map { item in
        let document = context.searchDocument(item)
        postings.add(document)
        return document.size
      }
      postings.finish()
      return (postings: postings, sizes: sizes)
    }
    let table = SearchTable(read.map(\.postings))
    var blocks: [Int] = []
    var filled = Self.blockSize
    for (position, size) in read.flatMap(\.sizes).enumerated() {
      filled += size
      if filled > Self.blockSize {
        blocks.append(position)
        filled = size
      }
    }
    self.context = context
    self.items = items
    self.table = table
    sizes = read.map(\.sizes)
    self.blocks = blocks
    var bits = 1
    while table.estimatedSize >> bits > Self.shardSize { bits += 1 }
    var shards = [[Int32]](repeating: [], count: 1 << bits)
    for (number, code) in table.codes.enumerated() {
      shards[SearchPair(code: code).shard(bits: bits)].append(Int32(number))
    }
    self.bits = bits
    self.shards = shards
  }

  /// Shards with the bytes that they have in an index of the same items.
  private func shards(asIn new: SearchFiles) -> Set<Int> {
    guard bits == new.bits, items == new.items else { return [] }
    var same = Set(shards.indices)
    for (old, new) in zip(table.stretches, new.table.stretches) where !old.isSame(as: new) {
      for code in new.differing(from: old) { same.remove(SearchPair(code: code).shard(bits: bits)) }
    }
    return same
  }

  /// Blocks with the bytes that they have in an earlier index.
  private func blocks(asIn earlier: Earlier) -> Set<Int> {
    guard items == earlier.files.items else { return [] }
    return Set(
      blocks.indices.filter { block in
        block < earlier.files.blocks.count && documents(ofBlock: block) == earlier.files.documents(ofBlock: block)
          && !items[documents(ofBlock: block)].contains(where: earlier.changes)
      })
  }

  private func documents(ofBlock block: Int) -> Range<Int> {
    blocks[block]..<(block + 1 < blocks.count ? blocks[block + 1] : items.count)
  }

  private func index() -> [UInt8] {
    var text = "DP.shard(\"index\",{\"bits\":\(bits),\"count\":\(items.count),\"kinds\":["
    for kind in SearchDocument.Kind.allCases {
      guard let first = items.firstIndex(where: { $0.kind == kind }) else { continue }
      text += "\(text.ends(with: "[") ? "" : ",")[\"\(kind.rawValue)\",\(first)]"
    }
    text += "],\"blocks\":\""
    var bytes = Array(text.utf8)
    var before = 0
    for first in blocks {
      SearchCode.append(first - before, to: &bytes)
      before = first
    }
    bytes += Array("\"});\n".utf8)
    return bytes
  }

  private func shard(_ shard: Int) -> [UInt8] {
    var bytes = Array("DP.shard(\"t\(shard)\",{".utf8)
    var list: [Int32] = []
    let sorted = shards[shard].sorted { table.codes[Int($0)] < table.codes[Int($1)] }
    for (position, number) in sorted.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      SearchCode.append(quoted: [SearchPair(code: table.codes[Int(number)]).text], to: &bytes)
      bytes += Array(":\"".utf8)
      var skipped = 0
      for field in SearchPostings.Field.allCases {
        list.removeAll(keepingCapacity: true)
        for part in table.documents(ofPair: Int(number), field) { list += part }
        if !list.isEmpty {
          bytes += repeatElement(UInt8(ascii: "."), count: skipped)
          skipped = 0
          SearchCode.append(list, to: &bytes)
        }
        skipped += 1
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += Array("});\n".utf8)
    return bytes
  }

  private func block(_ block: Int) -> [UInt8] {
    let documents = documents(ofBlock: block)
    var bytes = Array("DP.shard(\"d\(block)\",[".utf8)
    for position in documents {
      let document = context.searchDocument(items[position])
      if position > documents.lowerBound { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      for text in [document.title, document.href, document.pinyin, document.note] {
        SearchCode.append(quoted: [text], to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      SearchCode.append(quoted: document.lines, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    }
    bytes += Array("]);\n".utf8)
    return bytes
  }
}

extension SearchFiles.Earlier {
  /// Whether what is found of an item isn't what was found.
  fileprivate func changes(_ item: SearchItem) -> Bool {
    if case .story(let story) = item { changed.contains(story) } else { false }
  }
}

extension SearchDocument {
  /// Bytes it takes in its block, near enough.
  fileprivate var size: Int {
    title.utf8.count + href.utf8.count + pinyin.utf8.count + note.utf8.count
      + lines.reduce(0) { $0 + $1.utf8.count + 2 } + 20
  }
}

extension SearchTable {
  /// Bytes of all shards, near enough.
  fileprivate var estimatedSize: Int {
    var size = 0
    for number in codes.indices {
      size += 14
      for field in SearchPostings.Field.allCases {
        let list = documents(ofPair: number, field)
        guard let first = list.first?.first, let last = list.last?.last else { continue }
        size += min(Int(last - first) / 6 + 5, list.reduce(0) { $0 + $1.count } * 2)
      }
    }
    return size
  }
}
