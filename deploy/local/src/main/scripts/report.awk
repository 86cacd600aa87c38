# Reads the XML reports of Surefire and Failsafe: names of failed and skipped tests, and the sums.
function attribute(line, name,    found) {
  if (match(line, " " name "=\"[^\"]*\"")) {
    found = substr(line, RSTART, RLENGTH)
    sub("^ " name "=\"", "", found)
    sub("\"$", "", found)
    gsub(/&quot;/, "\"", found); gsub(/&apos;/, "'", found); gsub(/&#10;/, " ", found)
    gsub(/&lt;/, "<", found); gsub(/&gt;/, ">", found); gsub(/&amp;/, "\\&", found)
    return found
  }
  return ""
}
function finish() {
  if (test == "") return
  if (outcome == "failed") { failed++; failures = failures "  " test "\n" }
  else if (outcome == "skipped") { skipped++; skips = skips "  " test (reason == "" ? "" : ": " reason) "\n" }
  else passed++
  test = ""
}
/<testcase / {
  finish()
  test = attribute($0, "classname") "." attribute($0, "name")
  sub(/^.*\.tarn\./, "", test)
  outcome = "passed"; reason = ""
}
/<(failure|error)[ >]/ { if (test != "") outcome = "failed" }
/<skipped/ { if (test != "" && outcome == "passed") { outcome = "skipped"; reason = attribute($0, "message") } }
/<\/testcase>/ { finish() }
END {
  finish()
  if (skips != "") printf "\nskipped:\n%s", skips
  if (failures != "") printf "\nfailed:\n%s", failures
  printf "\n%d passed, %d failed, %d skipped\n", passed, failed, skipped
  exit failed > 0 ? 1 : 0
}
