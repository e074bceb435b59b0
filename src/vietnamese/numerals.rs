//! Numbers as official papers write them, in figures and in words.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;

/// The letters of items, in the order of the Vietnamese alphabet; those with a mark on the vowel are passed over.
pub const ITEM_LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// A number in Roman figures, as far as parts of a paper go.
///
/// ```
/// assert_eq!(hoso::vietnamese::numerals::roman(14), "XIV");
/// ```
pub fn roman(number: usize) -> String {
    const FIGURES: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut left = number;
    let mut out = String::new();
    for (value, figure) in FIGURES {
        out.push_str(&figure.repeat(left / value));
        left %= value;
    }
    out
}

/// Figures in groups of three: `1.490.000`.
///
/// ```
/// assert_eq!(hoso::vietnamese::numerals::grouped(1_490_000), "1.490.000");
/// ```
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let lead = digits.len() % 3;
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == lead {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A share in percent with at most one decimal, after a comma: `100%`, `91,7%`; none of nothing. Halves round up.
///
/// ```
/// assert_eq!(hoso::vietnamese::numerals::percent(11, 12).as_deref(), Some("91,7%"));
/// ```
pub fn percent(part: u64, whole: u64) -> Option<String> {
    let tenths = (u128::from(part) * 2000 + u128::from(whole)).checked_div(u128::from(whole) * 2)?;
    let (ones, tenth) = (tenths / 10, tenths % 10);
    Some(if tenth == 0 { format!("{ones}%") } else { format!("{ones},{tenth}%") })
}

/// A number in words: `năm triệu ba trăm sáu mươi tư nghìn`. Groups of nothing are left out; a group that is not the
/// first says its hundreds (`không trăm`) and its tens (`linh`).
///
/// ```
/// use hoso::vietnamese::numerals::in_words;
/// assert_eq!(in_words(1_005), "một nghìn không trăm linh năm");
/// assert_eq!(in_words(5_364_000), "năm triệu ba trăm sáu mươi tư nghìn");
/// ```
pub fn in_words(number: u64) -> String {
    if number == 0 {
        return digit(0).to_owned();
    }
    let mut words = Vec::new();
    say(number, false, &mut words);
    words.join(" ")
}

/// Says a number above 0; `after` something larger it says its hundreds though they are none.
fn say(number: u64, after: bool, words: &mut Vec<&'static str>) {
    if number >= BILLION {
        say(number / BILLION, after, words);
        words.push("tỷ");
    }
    let mut after = after || number >= BILLION;
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = number % BILLION / size % 1_000;
        if group == 0 {
            continue;
        }
        say_group(group, after, words);
        words.extend((!name.is_empty()).then_some(name));
        after = true;
    }
}

/// Says 1 to 999.
fn say_group(group: u64, after: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    let full = after || hundreds > 0;
    if full {
        words.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if full && ones > 0 => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(ones)),
    }
}

fn digit(digit: u64) -> &'static str {
    usize::try_from(digit).ok().and_then(|digit| DIGITS.get(digit)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
