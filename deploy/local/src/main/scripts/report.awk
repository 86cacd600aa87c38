# Reads the XML reports of Surefire and Failsafe: the classes that take longest, names of failed and skipped tests,
# and the totals.
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
/<testsuite / {
  class = attribute($0, "name")
  sub(/^.*\.tarn\./, "", class)
  seconds[class] = attribute($0, "time") + 0
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
# The longest remaining class, as long as it takes a tenth of a minute.
function longest(    class, found) {
  found = ""
  for (class in seconds) if (found == "" || seconds[class] > seconds[found]) found = class
  return found != "" && seconds[found] >= 6 ? found : ""
}
END {
  finish()
  for (shown = 0; shown < 30 && (class = longest()) != ""; shown++) {
    if (shown == 0) printf "\nminutes by class:\n"
    printf "  %5.1f  %s\n", seconds[class] / 60, class
    delete seconds[class]
  }
  if (skips != "") printf "\nskipped:\n%s", skips
  if (failures != "") printf "\nfailed:\n%s", failures
  printf "\n%d passed, %d failed, %d skipped\n", passed, failed, skipped
  exit failed > 0 ? 1 : 0
}
