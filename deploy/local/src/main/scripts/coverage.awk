# Reads JaCoCo's table of classes: the covered share of lines and of branches, over all and per module.
function share(covered, missed) {
  return covered + missed == 0 ? "-" : sprintf("%d%%", 100 * covered / (covered + missed))
}
BEGIN { FS = "," }
FNR > 1 {
  module = $1
  sub(/^.*\/tarn-/, "", module)
  if (!(module in seen)) { seen[module] = 1; modules[++count] = module }
  branches_missed[module] += $6; branches[module] += $7; lines_missed[module] += $8; lines[module] += $9
  all_branches_missed += $6; all_branches += $7; all_lines_missed += $8; all_lines += $9
}
END {
  printf "covered lines/branches: all %s/%s", share(all_lines, all_lines_missed), share(all_branches, all_branches_missed)
  for (i = 1; i <= count; i++) {
    module = modules[i]
    printf ", %s %s/%s", module, share(lines[module], lines_missed[module]), share(branches[module], branches_missed[module])
  }
  printf "\n"
}
