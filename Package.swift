// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Rooms are optimised in debug builds too: tests publish whole sites, and spend their time there.
let optimised: [SwiftSetting] = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// One room of the house: what it may import is its whole description (see docs/architecture.md).
func room(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: optimised, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "dualpoints",
  products: [.executable(name: "dualpoints", targets: ["dualpoints"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CProgram"),
    room("Sheets"),
    room("Texts", ["Sheets"]),
    room("Diagnostics", ["Sheets", "Texts"]),
    room("Addressing"),
    room("Typesetting"),
    room("Romanising"),
    room("Theming"),
    room("Manuscripts", ["Texts"]),
    room("Charting", ["Texts"]),
    room("Scoring", ["Diagnostics", "Texts"]),
    room("Markup", ["CCmark", "Diagnostics", "Texts", "Typesetting"]),
    room("Parsing", ["CYAML", "Diagnostics", "Texts", "Scoring"]),
    room(
      "Reading",
      [
        "Addressing", "Diagnostics", "Forms", "Texts", "Scoring", "Sheets", "Markup", "Parsing", "Romanising",
        "Theming",
      ]),
    room("Forms", ["Diagnostics", "Texts", "Scoring", "Parsing", "Sheets"]),
    room("QRCoding", ["CQRencode"]),
    room("XMLReading", ["CExpat"]),
    room("Zips", ["CZip"]),
    room("Workbooks", ["Addressing", "CExpat", "CZip", "Sheets", "Texts", "Zips"]),
    room("Attaching", ["Picturing", "Texts", "Workbooks"]),
    room("WorkbookWriting", ["CZip", "Texts", "Zips"]),
    room("Pixels", ["CPNG", "CTurboJPEG", "CWebP"]),
    room("Picturing", ["Diagnostics", "Pixels", "Texts", "XMLReading"]),
    room("Wording", ["Diagnostics", "Texts", "Charting", "Scoring"]),
    room("Tables", ["Diagnostics", "Texts", "Scoring", "Wording", "WorkbookWriting"]),
    room("Reporting", ["Diagnostics", "Markup", "Reading", "Scoring", "Texts", "Wording"]),
    room(
      "Composing",
      [
        "Diagnostics", "Texts", "Charting", "Scoring", "Markup", "Reading", "Reporting", "Tables", "Templating",
        "Wording", "Addressing", "Theming",
      ],
      plugins: ["FillViews"]),
    room("SearchIndex", ["Addressing", "Markup", "Reading", "Reporting", "Scoring", "Composing", "Wording", "Texts"]),
    room(
      "Pages",
      [
        "Diagnostics", "Texts", "Charting", "Scoring", "Sealing", "Markup", "Reading", "Reporting", "Templating",
        "Composing", "SearchIndex", "Tables", "Wording", "Addressing",
      ], plugins: ["FillViews"]),
    room(
      "Paper",
      ["QRCoding", "Scoring", "Reading", "Reporting", "Templating", "Composing", "Wording", "Charting", "Texts"],
      plugins: ["FillViews"]),
    room("Templating", ["Diagnostics", "Texts", "Typesetting"]),
    room("SQLite", ["CSQLite"]),
    room("LedgerTables", ["Composing", "Diagnostics", "Reading", "Scoring", "Texts", "Wording"]),
    room(
      "Querying", ["Diagnostics", "LedgerTables", "Reading", "Reporting", "SQLite", "Scoring", "Tables", "Texts"]),
    room(
      "Grouping",
      [
        "Addressing", "Charting", "Composing", "Diagnostics", "Parsing", "Reading", "Scoring", "Tables", "Templating",
        "Texts", "Wording",
      ], plugins: ["FillViews"]),
    room(
      "Rendering",
      [
        "Composing", "Grouping", "Pages", "Paper", "Reports", "Addressing", "Diagnostics", "Texts", "Picturing",
        "Templating",
      ],
      plugins: ["FillViews"]),
    room("Sealing", ["CCrypto", "Diagnostics", "Texts", "Scoring"]),
    room("Archiving", ["Diagnostics", "Texts", "Scoring", "Sealing", "Templating"]),
    room("Sampling", ["Scoring"]),
    .target(name: "BuiltIn", swiftSettings: house, plugins: ["EmbedTemplates"]),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
    .executableTarget(name: "embed-templates", path: "Plugins/embed-templates", swiftSettings: house),
    .plugin(name: "FillViews", capability: .buildTool(), dependencies: ["fill-views"]),
    .executableTarget(name: "fill-views", path: "Plugins/fill-views", swiftSettings: house),
    room(
      "Previewing",
      [
        "Addressing", "Texts", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    room("Watching"),
    room("Disk", ["CMalloc", "Diagnostics", "Texts", "Picturing", "Sealing"]),
    room(
      "Loading",
      [
        "Diagnostics", "Texts", "Attaching", "BuiltIn", "Disk", "Picturing", "Reading", "Scoring", "Sheets",
        "Workbooks",
      ]
    ),
    room("Engines", ["Texts", "CProgram", "Disk", "Scoring", "Sealing"]),
    room(
      "Reports",
      [
        "Diagnostics", "Forms", "Reading", "Texts", "Scoring", "Sheets", "Tables", "Templating", "Wording",
        "WorkbookWriting",
      ], plugins: ["FillViews"]),
    room(
      "Workspace",
      [
        "Tables", "Composing", "Grouping", "Pages", "Paper", "Diagnostics", "Texts", "Scoring", "Sealing", "Archiving",
        "Reading", "Picturing", "Templating", "Rendering", "Sampling", "BuiltIn", "Previewing", "Disk", "Engines",
        "Loading",
        "Reports", "Sheets", "Manuscripts", "Watching", "WorkbookWriting", "Workbooks", "LedgerTables", "Querying",
        "Reporting", "SQLite",
      ], plugins: ["FillViews"]),
    .executableTarget(
      name: "dualpoints",
      dependencies: [
        "Workspace", "Disk", "Engines", "Loading", "Reports", "Tables", "Diagnostics", "Texts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    tests("TextsTests", ["Sheets", "Texts", "Diagnostics"]),
    tests("DiagnosticsTests", ["Diagnostics", "Texts"]),
    tests("AddressingTests", ["Addressing"]),
    tests("TypesettingTests", ["Typesetting"], exclude: ["Specimen"]),
    tests("WatchingTests", ["Watching"]),
    tests("ThemingTests", ["Theming"]),
    tests("ManuscriptsTests", ["Manuscripts"]),
    tests("RomanisingTests", ["Romanising"]),
    tests("ChartingTests", ["Charting"]),
    tests("PixelsTests", ["Pixels"]),
    tests("PicturingTests", ["Picturing", "Pixels", "Texts"]),
    tests("QRCodingTests", ["QRCoding"]),
    .target(name: "TinyWorkbooks", path: "Tests/TinyWorkbooks", swiftSettings: house),
    tests("WorkbooksTests", ["Workbooks", "Sheets", "Texts", "TinyWorkbooks"], exclude: ["Fixtures"]),
    tests("AttachingTests", ["Attaching", "Workbooks", "Texts", "TinyWorkbooks"]),
    tests("WorkbookWritingTests", ["WorkbookWriting", "Workbooks", "Sheets"]),
    tests("ScoringTests", ["Scoring", "Diagnostics", "Texts"]),
    tests("MarkupTests", ["Markup", "Diagnostics", "Texts", "CCmark"]),
    tests("ParsingTests", ["Parsing", "Scoring", "Diagnostics", "Texts"]),
    tests(
      "ReadingTests",
      ["Reading", "Parsing", "Scoring", "Markup", "Diagnostics", "Sheets", "Texts", "TinyWorkbooks", "Workbooks"],
      exclude: ["Fixtures"]),
    tests(
      "FormsTests", ["Forms", "Sheets", "Workbooks", "Parsing", "Scoring", "Diagnostics", "Texts"],
      exclude: ["Fixtures"]),
    tests("TemplatingTests", ["Templating", "Diagnostics", "Texts"]),
    tests(
      "ComposingTests",
      ["Composing", "Charting", "Markup", "Reading", "Scoring", "Templating", "Diagnostics", "Texts", "Wording"]),
    tests("TablesTests", ["Tables", "Diagnostics", "Scoring", "Sheets", "Texts", "WorkbookWriting", "Workbooks"]),
    tests("SearchIndexTests", ["SearchIndex"]),
    tests("PagesTests", ["Pages", "Composing", "Wording", "Texts"]),
    tests("GroupingTests", ["Grouping", "Composing", "Scoring", "Diagnostics", "Texts"]),
    tests("PaperTests", ["Paper", "Composing", "Scoring", "Templating", "Wording"]),
    tests("SamplingTests", ["Sampling", "Scoring"]),
    tests("PreviewingTests", ["Previewing", "Addressing", .product(name: "NIOHTTP1", package: "swift-nio")]),
    tests(
      "WorkspaceTests",
      [
        "Workspace", "Addressing", "Composing", "Grouping", "Pages", "Paper", "Tables", "Rendering", "Scoring",
        "Templating",
        "Diagnostics", "Texts", "QRCoding", "Picturing", "Pixels", "Disk", "Engines", "Loading", "Reports",
        "TinyWorkbooks",
        "WorkbookWriting", "Workbooks", "LedgerTables", "Querying", "Reading", "SQLite",
      ],
      exclude: ["Goldens"]),
    tests("SQLiteTests", ["SQLite"]),
    tests("SealingTests", ["Sealing"]),
    tests("ArchivingTests", ["Archiving", "Sealing", "Scoring", "Diagnostics"]),
    tests("FillViewsTests", ["fill-views"]),
    tests("HouseTests", []),
  ]
)
