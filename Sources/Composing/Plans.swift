import Templating
import Texts

/// What of the texts a page is made of: where nothing but bodies of stories changed, the others are what they were.
package enum PageBasis: Equatable, Sendable {
  /// Whatever there is.
  case everything
  /// All but what a story says below its head.
  case heads
  /// The same, and the body of one story, by its index in `Content.stories`.
  case body(of: Int)
  /// The same, and the bodies of some.
  case bodies(of: [Int])
}

/// One page of the site with the files beside it that hold its tables: where they stand, which kind it is, and how their
/// value is made. It is made when they are rendered, once for all of them, and dropped afterwards, so that a site of any
/// size needs little memory.
package struct PagePlan: Sendable {
  /// From the site's root: `2025/members/zhou-jingyi.html`.
  package let path: String
  /// Template name, one of `catalog`.
  package let template: String
  /// The text that asks for this very path; `nil` where the program chose it.
  package let origin: Place?
  /// Of it and of the files beside it.
  package let basis: PageBasis
  /// The files beside it, from the site's root.
  package let files: [String]
  /// Works out what the page and its files have in common.
  package let gather: @Sendable () -> PageForms

  package init(
    path: String, template: String, origin: Place? = nil, from basis: PageBasis = .everything,
    make: @escaping @Sendable () -> any Fillable
  ) {
    self.init(path: path, template: template, origin: origin, from: basis, files: []) {
      PageForms(page: make, files: [])
    }
  }

  package init(
    path: String, template: String, origin: Place? = nil, from basis: PageBasis = .everything, files: [String],
    gather: @escaping @Sendable () -> PageForms
  ) {
    self.path = path
    self.template = template
    self.origin = origin
    self.basis = basis
    self.files = files
    self.gather = gather
  }

  package func make() -> any Fillable { gather().page() }
}

/// The forms of one value: what the page's template is filled with, and the bytes of each file beside it, in the order of
/// the plan. Each is made when it is asked for.
package struct PageForms {
  package let page: () -> any Fillable
  package let files: [() -> [UInt8]]

  package init(page: @escaping () -> any Fillable, files: [() -> [UInt8]]) {
    self.page = page
    self.files = files
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
  /// Whether it has the bytes that it has in the site which this one was composed after.
  package var isAsBefore = false
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
    _ path: String, askedAt origin: Place? = nil, from basis: PageBasis = .everything,
    _ make: @escaping @Sendable () -> Self
  ) -> PagePlan {
    PagePlan(path: path, template: template, origin: origin, from: basis, make: make)
  }
}
