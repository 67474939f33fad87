-- Sums now hold how the revenue of customers moved as well: those taken without it are taken anew.
TRUNCATE dashboard_sums;
