/// Stands in every archive, which the same version builds again to the same bytes, and in every seal. A version whose
/// figures differ from those before it says so in docs/upgrading.md and in `Sealing/Versions.swift`.
package let programVersion = "0.5.0"
