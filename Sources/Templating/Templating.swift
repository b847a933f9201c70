// A stand-in until the module lands.
package protocol Fillable: Sendable { func fill(_ out: inout Filler) }
package struct Filler {
  package mutating func text(_ name: String, _ value: String) {}
  package mutating func text(_ name: String, _ value: Int) {}
  package mutating func html(_ name: String, _ value: String) {}
  package mutating func flag(_ name: String, _ value: Bool) {}
  package mutating func record(_ name: String, _ value: some Fillable) {}
  package mutating func optional(_ name: String, _ value: (some Fillable)?) {}
  package mutating func list(_ name: String, _ values: [some Fillable]) {}
  package mutating func texts(_ name: String, _ values: [String]) {}
}
