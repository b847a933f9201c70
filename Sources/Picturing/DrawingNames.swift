import Texts

/// What may stand in a drawing. A list of the harmless, not of the harmful: whatever SVG or CSS learns next is refused until
/// somebody looks at it. Scripts, animations, pages within the picture and pictures by address aren't in it.
enum DrawingNames {
  static let svg = "http://www.w3.org/2000/svg"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Namespaces of `<metadata>`: RDF, Dublin Core and licences, as drawing programs write them.
  static let describing: Set<String> = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
    "http://creativecommons.org/ns#", "http://web.resource.org/cc/",
  ]

  static let elements: Set<String> = named(
    """
    svg g defs symbol use title desc metadata style switch a
    path rect circle ellipse line polyline polygon image text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
    feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    """)

  /// Properties of styles, which are attributes as well.
  static let properties: Set<String> = named(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
    flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
    font-style font-variant font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
    font-variant-numeric font-variant-position font-variation-settings font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing lighting-color line-height
    marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
    shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor
    text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation
    text-overflow text-rendering text-transform transform transform-box transform-origin unicode-bidi vector-effect
    visibility white-space word-spacing writing-mode x y cx cy r rx ry width height background background-color
    """)

  static let attributes: Set<String> = named(
    """
    accumulate amplitude azimuth baseFrequency baseProfile bias clipPathUnits d diffuseConstant divisor dx dy edgeMode
    elevation exponent filterRes filterUnits fr fx fy gradientTransform gradientUnits in in2 intercept k1 k2 k3 k4
    kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits
    maskUnits method mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform
    patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits radius refX refY
    requiredExtensions requiredFeatures result rotate scale seed side slope spacing specularConstant specularExponent
    spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength
    type values version viewBox x1 x2 xChannelSelector y1 y2 yChannelSelector z zoomAndPan focusable media tabindex
    externalResourcesRequired
    """)

  /// Functions that a value may call. `url(#…)` is looked at apart.
  static let functions: Set<String> = named(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color matrix translate translatex translatey scale scalex scaley rotate skew
    skewx skewy calc min max clamp blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    circle ellipse inset polygon path
    """)

  /// What is for people or names something in the picture: it may say what it likes.
  static func isWords(_ name: String) -> Bool {
    ["role", "lang", "title", "alt"].contains(name) || name.begins(with: "aria-") || name.begins(with: "data-")
  }

  /// A drawing program's own notes mean nothing to a browser.
  static func isProperty(_ name: String) -> Bool { properties.contains(name) || name.begins(with: "-inkscape-") }

  private static func named(_ list: String) -> Set<String> { Set(list.words.map(String.init)) }
}
