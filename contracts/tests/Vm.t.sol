// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @dev The cheat codes of Hardhat's test runner that these tests use.
interface Vm {
    function prank(address caller) external;
    function warp(uint256 timestamp) external;
    function assume(bool condition) external;
    function expectRevert(bytes calldata data) external;
    function expectEmit(bool first, bool second, bool third, bool data) external;
    function chainId(uint256 id) external;
    function publicKeyP256(uint256 privateKey) external pure returns (uint256 x, uint256 y);
    function signP256(uint256 privateKey, bytes32 digest) external pure returns (bytes32 r, bytes32 s);
}

/// @dev What a test contract needs and nothing more.
abstract contract Checks {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    error CheckFailed(string sentence);

    function check(bool condition, string memory sentence) internal pure {
        if (!condition) revert CheckFailed(sentence);
    }

    /// @dev Brings a fuzzed number between two bounds, both included.
    function between(uint256 value, uint256 low, uint256 high) internal pure returns (uint48) {
        return uint48(low + value % (high - low + 1));
    }
}
