/// Stands in every archive, which the same version builds again to the same bytes.
package let programVersion = "0.4.0"
