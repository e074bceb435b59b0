//! Days as running text writes them: `ngày 31 tháng 7 năm 2017`, `ngày 31/7/2017`.

use chrono::{Datelike, NaiveDate, Weekday};

/// What a day of the week is called in a sentence.
///
/// ```
/// use chrono::NaiveDate;
/// let day = NaiveDate::from_ymd_opt(2021, 5, 7).unwrap();
/// assert_eq!(hoso::vietnamese::days::weekday(day), "thứ Sáu");
/// ```
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// The first day in a text without marks (`fold`), with the words before it.
pub fn first(folded: &str) -> Option<(Vec<&str>, NaiveDate)> {
    let words: Vec<&str> = words(folded).collect();
    (0..words.len()).find_map(|at| Some((words.get(..at)?.to_vec(), begins(words.get(at..)?)?)))
}

/// A text's words; what strokes join (a day in figures, a number and its year) is one.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '/').filter(|word| !word.is_empty())
}

/// The day that the words begin with.
fn begins(words: &[&str]) -> Option<NaiveDate> {
    match words {
        ["ngay", short, ..] if short.contains('/') => {
            let mut parts = short.split('/');
            date(parts.next()?, parts.next()?, parts.next()?)
        }
        ["ngay", day, "thang", month, "nam", year, ..] => date(day, month, year),
        _ => None,
    }
}

fn date(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn a_day_is_read_in_both_forms() {
        let day = |text: &str| first(text).map(|(before, day)| (before.len(), day.to_string()));
        assert_eq!(day("so 91/2017/nd-cp ngay 31 thang 7 nam 2017"), Some((3, "2017-07-31".to_owned())));
        assert_eq!(day("ngay 05/01/2021"), Some((0, "2021-01-05".to_owned())));
        assert_eq!(day("ngay 31 thang 2 nam 2021"), None);
        assert_eq!(day("nam 2021"), None);
    }
}
