/// The walls of the house, held against the compiled classes of every module.
package io.tarn.acceptance.walls;
