"""The page that ours is measured beside: one control and one line, no settings of any kind."""

import streamlit as st

choice = st.segmented_control("Unit", ["mL", "drops", "g"], default="mL")
st.caption(f"You chose {choice}.")
