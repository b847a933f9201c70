import Templating
import Texts

/// One page of the site: where it stands, which kind it is, and how its value is made.
/// The value is made when it is rendered and dropped afterwards, so that a site of any size needs little memory.
package struct PagePlan: Sendable {
  /// From the site's root: `2025/members/zhou-jingyi.html`.
  package let path: String
  /// Template name, one of `catalog`.
  package let template: String
  /// The text that asks for this very path; `nil` where the program chose it.
  package let origin: Place?
  package let make: @Sendable () -> any Fillable

  package init(path: String, template: String, origin: Place? = nil, make: @escaping @Sendable () -> any Fillable) {
    self.path = path
    self.template = template
    self.origin = origin
    self.make = make
  }
}

/// A file that no template makes: a feed, a download, a part of the search index.
package struct FilePlan: Sendable {
  /// From the site's root.
  package let path: String
  /// The project's file it comes from, or the program.
  package let source: String
  /// What in a text asks for this very path; `nil` where the program chose it.
  package let origin: Place?
  package let make: @Sendable () -> [UInt8]

  /// A file of the program's own making: no text in it steers who reads it.
  package init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    source = "dualpoints"
    origin = nil
    self.make = { withoutSteering(make()) }
  }

  /// A file of the program's own making that is no text: what was put into it was a text without what steers.
  package static func packed(_ path: String, make: @escaping @Sendable () -> [UInt8]) -> FilePlan {
    FilePlan(path: path, source: "dualpoints", make: make)
  }

  /// A file of the project.
  package init(path: String, source: String, origin: Place? = nil, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.source = source
    self.origin = origin
    self.make = make
  }
}

/// A file of the project that is published: as it is, or a picture in its sizes.
package struct AssetPlan: Sendable {
  /// Path in the project folder.
  package let source: String
  /// The files it becomes; the width of a narrower form of a picture, `nil` for the file itself.
  package let files: [(path: String, width: Int?)]

  package init(source: String, files: [(path: String, width: Int?)]) {
    self.source = source
    self.files = files
  }
}

/// A kind of page: its template, its specimen (schema, golden and documentation in one), and its pages.
package protocol Page: Fillable {
  static var template: String { get }
  /// Fully populated: every list has an element, every optional a value.
  static var specimen: Self { get }
  static func plans(_ context: SiteContext) -> [PagePlan]
}

extension Page {
  package static func plan(
    _ path: String, askedAt origin: Place? = nil, _ make: @escaping @Sendable () -> Self
  ) -> PagePlan {
    PagePlan(path: path, template: template, origin: origin, make: make)
  }
}
