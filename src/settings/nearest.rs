//! The known name that a mistyped one was probably meant to be.

/// Returns the candidate nearest to `name`, if one is near enough: with at most one letter in three
/// wrong, or right but for the table before the dot.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let wanted = plain(name);
    let last = |text: &str| text.rsplit('.').next().unwrap_or_default().to_owned();
    let allowed = (wanted.chars().count() / 3).clamp(1, 4);
    let ranked = candidates.into_iter().filter_map(|candidate| {
        let known = plain(candidate);
        let far = if last(&known) == last(&wanted) { 0 } else { distance(&known, &wanted) };
        (far <= allowed).then_some((far, candidate))
    });
    ranked.min_by_key(|(far, _)| *far).map(|(_, candidate)| candidate)
}

/// Counts the letters to insert, leave out, replace or swap with the next one to come from `a` to
/// `b` (the optimal string alignment distance).
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}
