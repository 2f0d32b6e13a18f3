//! How areas and indicators hang together: components, reliability, types, resemblance, segregation, hidden pockets.
//!
//! Everything is a pure function over [`StructureTable`] or plain columns; columns run over areas and hold NaN where
//! there is no value. A missing value is never zero: a method either leaves out the areas that lack one or compares
//! in pairs, and says which.

mod cluster_count;
mod component;
mod correlation_matrix;
mod error;
mod hidden_pocket;
mod kmeans;
mod matrix;
mod regression;
mod reliability;
mod segregation;
mod silhouette;
mod similar_area;
mod typology;
mod ward;

pub use cluster_count::{ClusterCount, cluster_counts};
pub use component::{Components, principal_components};
pub use correlation_matrix::{CorrelationMatrix, correlation_matrix};
pub use error::StructureError;
pub use hidden_pocket::{
    HiddenPocket, HiddenPockets, ParentValue, PocketChoice, SetAside, hidden_pockets, hidden_pockets_of_index,
    set_aside_reason,
};
pub use kmeans::{Clusters, KMeansChoice, kmeans};
pub use matrix::{Missing, StructureTable};
pub use regression::{Regression, regression};
pub use reliability::{Reliability, cronbach_alpha};
pub use segregation::{GroupCount, Segregation, SegregationOver, segregation, segregation_of};
pub use silhouette::{Silhouette, silhouette};
pub use similar_area::{SimilarArea, similar_areas};
pub use typology::{AreaType, Method, TypeTrait, Typology, TypologyChoice, typology};
pub use ward::{Dendrogram, Merge, ward};

pub(super) use component::first_component;
pub(super) use matrix::{complete_columns, pearson_matrix};
