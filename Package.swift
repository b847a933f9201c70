// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// One room of the house: what it may import is its whole description (see docs/architecture.md).
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
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
    .target(name: "CProgram"),
    room("Diagnostics"),
    room("Addressing"),
    room("Charting", ["Diagnostics"]),
    room("Scoring", ["Diagnostics"]),
    room("Markup", ["CCmark", "Diagnostics"]),
    room("Parsing", ["CYAML", "Diagnostics", "Markup", "Scoring"]),
    room("Reading", ["Addressing", "Diagnostics", "Scoring", "Markup", "Parsing"]),
    room("QRCoding", ["CQRencode"]),
    room("XMLReading", ["CExpat"]),
    room("Picturing", ["Diagnostics", "XMLReading"]),
    room("Wording", ["Diagnostics", "Charting", "Scoring"]),
    room("Tables", ["Diagnostics", "Scoring", "Wording"]),
    room(
      "Composing", ["Diagnostics", "Charting", "Scoring", "Markup", "Reading", "Templating", "Wording", "Addressing"]),
    room("SearchIndex", ["Markup", "Reading", "Scoring", "Composing", "Wording", "Diagnostics"]),
    room(
      "Pages",
      [
        "Diagnostics", "Charting", "Scoring", "Sealing", "Markup", "Reading", "Templating", "Composing", "SearchIndex",
        "Tables", "Wording", "Addressing",
      ]),
    room("Paper", ["Diagnostics", "QRCoding", "Scoring", "Reading", "Templating", "Composing", "Wording", "Charting"]),
    room("Templating", ["Diagnostics"]),
    room("Rendering", ["Composing", "Pages", "Paper", "Addressing", "Diagnostics", "Picturing", "Templating"]),
    room("Sealing", ["CCrypto", "Diagnostics", "Scoring"]),
    room("Archiving", ["Diagnostics", "Scoring", "Sealing", "Templating"]),
    room("Sampling", ["Scoring"]),
    .target(name: "BuiltIn", swiftSettings: house, plugins: ["EmbedTemplates"]),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
    .executableTarget(name: "embed-templates", path: "Plugins/embed-templates", swiftSettings: house),
    room(
      "Previewing",
      [
        "Addressing", .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    room(
      "Workspace",
      [
        "Wording", "Tables", "Composing", "Pages", "Paper", "Diagnostics", "Scoring", "Sealing", "Archiving", "Markup",
        "Reading", "Picturing", "Templating",
        "Rendering", "Sampling", "BuiltIn", "Previewing", "CProgram",
      ]),
    .executableTarget(
      name: "dualpoints",
      dependencies: [
        "Workspace", "Tables", "Diagnostics", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("AddressingTests", ["Addressing"]),
    tests("ChartingTests", ["Charting"]),
    tests("PicturingTests", ["Picturing", "XMLReading", "Diagnostics"]),
    tests("QRCodingTests", ["QRCoding"]),
    tests("ScoringTests", ["Scoring", "Diagnostics"]),
    tests("MarkupTests", ["Markup", "Diagnostics", "CCmark"]),
    tests("ParsingTests", ["Parsing", "Scoring", "Diagnostics"]),
    tests("ReadingTests", ["Reading", "Parsing", "Scoring", "Markup", "Diagnostics"]),
    tests("TemplatingTests", ["Templating", "Diagnostics"]),
    tests(
      "ComposingTests",
      ["Composing", "Charting", "Markup", "Reading", "Scoring", "Templating", "Diagnostics", "Wording"]),
    tests("TablesTests", ["Tables", "Diagnostics"]),
    tests("SearchIndexTests", ["SearchIndex"]),
    tests("PagesTests", ["Pages", "Composing", "Wording"]),
    tests("PaperTests", ["Paper", "Composing", "Scoring", "Templating", "Wording"]),
    tests("SamplingTests", ["Sampling", "Scoring"]),
    tests("PreviewingTests", ["Previewing", "Addressing", .product(name: "NIOHTTP1", package: "swift-nio")]),
    tests(
      "WorkspaceTests",
      [
        "Workspace", "Addressing", "Reading", "Composing", "Pages", "Paper", "Tables", "Rendering", "Scoring",
        "Templating", "Sampling", "Markup", "Diagnostics", "QRCoding", "Picturing",
      ],
      exclude: ["Goldens"]),
    tests("SealingTests", ["Sealing", "Scoring", "Diagnostics"]),
    tests("ArchivingTests", ["Archiving", "Sealing", "Scoring", "Diagnostics"]),
    tests("HouseTests", []),
  ]
)
