import Reading

/// Which texts have a tag, worked out once.
package struct TagIndex: Sendable {
  package struct Entry: Sendable {
    package let name: String
    /// Indexes into `Content.stories`, so newest first.
    package fileprivate(set) var stories: [Int] = []
    /// Indexes into `Content.ownPages`, in the order of the pages.
    package fileprivate(set) var pages: [Int] = []
    package var count: Int { stories.count + pages.count }
  }

  /// Those that most texts have first, then by name.
  package let entries: [Entry]

  init(_ content: Content) {
    var found: [String: Entry] = [:]
    for (index, story) in content.stories.enumerated() {
      for tag in story.tags { found[tag.name, default: Entry(name: tag.name)].stories.append(index) }
    }
    for (index, page) in content.ownPages.pages.enumerated() {
      for tag in page.tags { found[tag.name, default: Entry(name: tag.name)].pages.append(index) }
    }
    entries = found.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
