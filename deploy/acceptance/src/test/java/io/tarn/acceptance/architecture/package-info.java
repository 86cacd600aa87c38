/// Architecture rules, checked on the compiled classes of every module.
package io.tarn.acceptance.architecture;
