/// How a property of a `Fillable` struct reaches its template. Each property in the body is a name for templates, in the
/// order written, stored or computed, and its type says what kind; the build writes `fill` from that (Plugins/fill-views).
/// Where a type doesn't say enough, one of these does. A computed property that is no name stands in an extension.

/// Trusted markup that is printed with `{{{name}}}` only, as it is.
@propertyWrapper
package struct HTML<Value: Sendable>: Sendable {
  package var wrappedValue: Value
  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

/// Where a link leads or a picture comes from, or several of them.
@propertyWrapper
package struct WebAddress<Value: Sendable>: Sendable {
  package var wrappedValue: Value
  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

/// A view whose names stand among those of the one that holds it.
@propertyWrapper
package struct Inlined<Value: Fillable>: Sendable {
  package var wrappedValue: Value
  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

/// What the view's other properties are made from and no template may name.
@propertyWrapper
package struct Unprinted<Value: Sendable>: Sendable {
  package var wrappedValue: Value
  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

extension HTML: Equatable where Value: Equatable {}
extension WebAddress: Equatable where Value: Equatable {}
extension Inlined: Equatable where Value: Equatable {}
extension Unprinted: Equatable where Value: Equatable {}

/// What the build writes for each property: the type chooses the kind, and a type that is none doesn't compile.
extension Filler {
  package mutating func fill(_ name: String, _ value: String) { text(name, value) }
  package mutating func fill(_ name: String, _ value: Int) { text(name, value) }
  package mutating func fill(_ name: String, _ value: Bool) { flag(name, value) }
  package mutating func fill(_ name: String, _ values: [String]) { texts(name, values) }
  package mutating func fill(_ name: String, _ value: some Fillable) { record(name, value) }
  package mutating func fill<Value: Fillable>(_ name: String, _ value: Value?) { optional(name, value) }
  package mutating func fill<Value: Fillable>(_ name: String, _ values: [Value]) { list(name, values) }

  package mutating func inline(_ view: some Fillable) { view.fill(&self) }
}
