import { describe, expect, it } from "vitest";
import { sentenceOf } from "./timing";

const berlin = (cron: string) => sentenceOf({ cron, timeZone: "Europe/Berlin" });

describe("when a schedule runs", () => {
  it.each([
    ["0 8 * * 1-5", "every weekday at 08:00 Europe/Berlin"],
    ["0 8 * * MON-FRI", "every weekday at 08:00 Europe/Berlin"],
    ["30 17 * * *", "every day at 17:30 Europe/Berlin"],
    ["0 8,17 * * *", "every day at 08:00 and 17:00 Europe/Berlin"],
    ["0 6 * * 0,6", "every Saturday and Sunday at 06:00 Europe/Berlin"],
    ["0 6 * * 6-7", "every Saturday and Sunday at 06:00 Europe/Berlin"],
    ["0 9 * * 1", "every Monday at 09:00 Europe/Berlin"],
    ["0 9 * * 1,3,5", "every Monday, Wednesday and Friday at 09:00 Europe/Berlin"],
    ["0 0 * * 0-7", "every day at 00:00 Europe/Berlin"],
    ["15 4 1 * *", "on the 1st of every month at 04:15 Europe/Berlin"],
    ["0 4 1,15 * *", "on the 1st and 15th of every month at 04:00 Europe/Berlin"],
    ["0 4 2,3,11,22 * *", "on the 2nd, 3rd, 11th and 22nd of every month at 04:00 Europe/Berlin"],
    ["0 4 1 JAN,jul *", "on the 1st of January and July at 04:00 Europe/Berlin"],
    ["0 4 * 12 1-5", "every weekday in December at 04:00 Europe/Berlin"],
    ["0 8-18 * * 1-5", "every weekday, every hour from 08:00 to 18:00 Europe/Berlin"],
    ["*/15 8-17 * * *", "every 15 minutes from 08:00 to 17:45 Europe/Berlin"],
    ["* 9 * * *", "every minute from 09:00 to 09:59 Europe/Berlin"],
    ["0 */2 * * *", "every 2 hours Europe/Berlin"],
    ["30 */4 * * *", "every 4 hours at minute 30 Europe/Berlin"],
    ["0 */12 * * *", "every day at 00:00 and 12:00 Europe/Berlin"],
    ["@daily", "every day at 00:00 Europe/Berlin"],
    ["@weekly", "every Sunday at 00:00 Europe/Berlin"],
    ["@Monthly", "on the 1st of every month at 00:00 Europe/Berlin"],
    ["@yearly", "on the 1st of January at 00:00 Europe/Berlin"],
  ])("says %s", (cron, sentence) => {
    expect(berlin(cron)).toBe(sentence);
  });

  it.each([
    ["* * * * *", "every minute"],
    ["*/5 * * * *", "every 5 minutes"],
    ["0,30 * * * *", "every 30 minutes"],
    ["@hourly", "every hour"],
    ["7 * * * *", "every hour at minute 7"],
  ])("names no time zone where it makes no difference: %s", (cron, sentence) => {
    expect(berlin(cron)).toBe(sentence);
  });

  it.each([
    "0 8 1 * 1",
    "7,9 * * * *",
    "*/7 * * * *",
    "0 1,5,6,9,20 * * *",
    "0 0 1-20 * *",
    "0 0 L * *",
    "61 * * * *",
    "0 0 * *",
    "0 0 * * * *",
    "5-2 * * * *",
    "1/0 * * * *",
    "every day",
    "",
  ])("falls back to the cron text of %j", (cron) => {
    expect(berlin(cron)).toBe(`cron ${cron} Europe/Berlin`);
  });

  it("says UTC where no time zone is given", () => {
    expect(sentenceOf({ cron: "0 8 * * *" })).toBe("every day at 08:00 UTC");
  });

  it.each([
    ["PT15M", "every 15 minutes"],
    ["PT1H", "every hour"],
    ["PT24H", "every day"],
    ["PT36H", "every 36 hours"],
  ])("says the interval %s", (every, sentence) => {
    expect(sentenceOf({ every, timeZone: "Europe/Berlin" })).toBe(sentence);
  });
});
