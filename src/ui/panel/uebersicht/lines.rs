//! The ranking as the overview lists it: looked up, never computed.

use crate::domain::{AreaId, AreaSetState, ProgrammeState};
use crate::text::report::Membership;
use crate::ui::widget::rank_bar::RankSpan;
use crate::ui::{PanelCx, aktionsraeume};
use std::collections::BTreeSet;

/// One area of the list.
pub struct Line {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// Rank with its interval; none for an area that is not ranked.
    pub span: Option<RankSpan>,
    /// Its place in the order; equal values share the first.
    pub rank: Option<u32>,
    /// Whether it is neither surely among the first places nor surely behind them.
    pub border_case: bool,
    /// Rank in the earlier period.
    pub earlier: Option<u32>,
    /// How far its programme is.
    pub programme: Option<ProgrammeState>,
    /// Whether the area is one of those that programmes are written for.
    pub member: bool,
}

/// The list with the starts of its groups.
pub struct Lines {
    /// Areas: members, watched ones, others; by rank within.
    pub lines: Vec<Line>,
    /// Number of members.
    pub members: usize,
    /// Number of watched areas behind them.
    pub watched: usize,
}

impl Lines {
    /// The list as the project stands.
    pub fn of(cx: &PanelCx) -> Lines {
        let snapshot = cx.snapshot;
        let members = aktionsraeume(snapshot);
        let mut seen: BTreeSet<AreaId> = members.iter().copied().collect();
        let watching = snapshot.data.area_sets.iter().filter(|set| set.state == AreaSetState::Beobachtet);
        let watched: Vec<AreaId> =
            watching.flat_map(|set| set.members.iter().copied()).filter(|area| seen.insert(*area)).collect();
        let ranked = cx.derived.ranking().map(|ranking| ranking.run.areas.as_slice()).unwrap_or_default();
        let others: Vec<AreaId> = ranked.iter().copied().filter(|area| seen.insert(*area)).collect();
        let (members_count, watched_count) = (members.len(), watched.len());
        let mut lines = Vec::with_capacity(members.len() + watched.len() + others.len());
        for (group, member) in [(members, true), (watched, false), (others, false)] {
            let mut group: Vec<Line> = group.into_iter().filter_map(|area| Line::of(cx, area, member)).collect();
            group.sort_by_key(|line| line.rank.unwrap_or(u32::MAX));
            lines.extend(group);
        }
        Lines { lines, members: members_count, watched: watched_count }
    }

    /// The greatest rank that the bars show.
    pub fn last_rank(&self) -> u32 {
        self.lines.iter().filter_map(|line| line.span).map(|span| span.high).max().unwrap_or(2)
    }

    /// The place of an area in the list.
    pub fn place_of(&self, area: Option<AreaId>) -> Option<usize> {
        self.lines.iter().position(|line| Some(line.area) == area)
    }
}

impl Line {
    fn of(cx: &PanelCx, area: AreaId, member: bool) -> Option<Line> {
        let card = cx.snapshot.data.area(area)?;
        let ranked = cx.derived.ranking().and_then(|ranking| {
            let row = ranking.run.row_of(area)?;
            let (low, high) = ranking.intervals.span(row);
            Some((
                RankSpan { rank: ranking.run.place[row], low, high },
                ranking.run.rank[row],
                ranking.intervals.membership(row) == Membership::Borderline,
            ))
        });
        let earlier = cx.derived.earlier_ranking.value.as_deref().and_then(|result| result.as_ref().ok());
        Some(Line {
            area,
            name: card.name.clone(),
            span: ranked.map(|(span, ..)| span),
            rank: ranked.map(|(_, rank, _)| rank),
            border_case: ranked.is_some_and(|(.., border_case)| border_case),
            earlier: earlier.and_then(|earlier| earlier.ranks.get(&area).copied()),
            programme: cx.snapshot.programme_of(area).map(|programme| programme.state),
            member,
        })
    }
}
